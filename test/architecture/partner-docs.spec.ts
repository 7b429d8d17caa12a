/** What partners read about refusals is all that there are: a code that nobody has told them of cannot be acted on. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const statuses: Record<string, string> = {
  ...{ forbidden: '403', 'not-found': '404', conflict: '409', unprocessable: '422', limit: '429' },
  unavailable: '503',
};

/** Members are made customers by staff, who see the reason where they do it. */
const ofStaff = new Set(['loyalty.customer-taken']);

/** `loyalty.hold-ended 409`. */
function thrownIn(text: string): string[] {
  return [...text.matchAll(/new PlazaError\(\s*'([a-z-]+)',\s*'(loyalty\.[a-z-]+)'/g)].flatMap(
    ([, kind = '', code = '']) => (ofStaff.has(code) ? [] : [`${code} ${String(statuses[kind])}`]),
  );
}

/** What the rows of a table in Markdown tell, likewise. */
function toldIn(text: string): string[] {
  return [...text.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) +\| (\d{3})\b/gm)].flatMap(
    ([, codes = '', status = '']) =>
      [...codes.matchAll(/`(loyalty\.[a-z-]+)`/g)].map(([, code = '']) => `${code} ${status}`),
  );
}

describe('What partners are told of refusals', () => {
  it('is each of them once, with its status, and no other', () => {
    const thrown = [
      'libs/loyalty/src/loyalty.errors.ts',
      'apps/api/src/loyalty/partner-programmes.ts',
    ].flatMap((path) => thrownIn(read(path)));
    expect(thrown.length).toBeGreaterThan(20);
    expect(toldIn(read('docs/partners.md')).sort()).toEqual(thrown.sort());
  });

  it('would be found out where one is missing', () => {
    const thrown = thrownIn(`new PlazaError(\n'conflict', 'loyalty.no-such', 'No')`);
    expect(thrown).toEqual(['loyalty.no-such 409']);
    expect(toldIn('| `loyalty.no-such`, `loyalty.other` | 409 | no | |')).toEqual([
      'loyalty.no-such 409',
      'loyalty.other 409',
    ]);
  });
});
