/** The classes of the api that describe what goes in and out: `/openapi.json` knows them by their names alone, and makes two of one name one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const api = resolve(__dirname, '../../apps/api/src');

function classNames(): string[] {
  return readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap(
      (path) => readFileSync(join(api, path), 'utf8').match(/^(?:export )?(?:abstract )?class \w+/gm) ?? [],
    )
    .map((declared) => declared.replace(/^.* /, ''));
}

describe('The classes of the api', () => {
  it('have a name each', () => {
    const names = classNames();
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
