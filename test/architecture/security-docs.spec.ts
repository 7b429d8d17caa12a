/** What is said about security is said of files that are there: a test that was renamed or removed proves nothing any more. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const folder = join(root, 'docs/security');

/** Paths in backticks, from the root. */
function namedIn(text: string): string[] {
  return [
    ...text.matchAll(/`((?:apps|chaos|deploy|docs|libs|scripts|test)\/[\w./-]+|[\w.-]+\.(?:json|mjs|md))`/g),
  ].map(([, path = '']) => path);
}

const missing = (text: string): string[] => namedIn(text).filter((path) => !existsSync(join(root, path)));

const texts = new Map(
  [...readdirSync(folder).map((name) => `docs/security/${name}`), 'SECURITY.md'].map((path) => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]),
);

describe('What is said about security', () => {
  it.each([...texts.keys()])('names only files that are there: %s', (path) => {
    const text = texts.get(path) ?? '';
    expect(namedIn(text).length).toBeGreaterThan(5);
    expect(missing(text)).toEqual([]);
  });

  it('would be found out where it names a file that is gone', () => {
    expect(missing('proven by `test/identity/no-such-test.e2e-spec.ts`')).toHaveLength(1);
  });

  it('names each requirement of the standard once, with a state that is explained', () => {
    const rows = (texts.get('docs/security/asvs.md') ?? '').split('\n').filter((line) => /^\| \d/.test(line));
    const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
    const ids = cells.flatMap(([, requirements = '']) => requirements.split(', '));
    expect(ids.length).toBeGreaterThan(120);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(
      cells.map(([, , state]) => state).filter((state) => !/^(held|operator|open)$/.test(state ?? '')),
    ).toEqual([]);
  });
});
