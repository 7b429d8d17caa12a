/** What no file of Plaza may say: where it once lay on somebody's machine, and what somebody meant to do later. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const notOurs = /^(?:node_modules|dist(?:\..+)?|coverage|\.plaza|\.git)$/;

interface Forbidden {
  what: string;
  pattern: RegExp;
  example: string;
}

// Put together from parts, so that this file does not say them itself.
const forbidden: Forbidden[] = [
  {
    what: 'a path on one machine',
    pattern: /(?<![\w.~})-])(?:\/(?:home|Users|root|work)\/[\w.-]+|[A-Z]:\\Users\\)/,
    example: ['see ', 'home', 'ann', 'plaza'].join('/'),
  },
  {
    what: 'a note about what is to be done',
    pattern: new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`),
    example: `// ${'TO' + 'DO'}: say less`,
  },
  {
    what: 'a test that is left out or left alone',
    pattern: new RegExp(`^\\s*(?:describe|it|test)\\.(?:${['on' + 'ly', 'to' + 'do'].join('|')})\\b`, 'm'),
    example: `  it.${'on' + 'ly'}('works')`,
  },
];

function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return texts(path);
    return entry.isFile() && entry.name !== 'package-lock.json' ? [path] : [];
  });
}

function said({ pattern }: Forbidden, text: string): string | undefined {
  return pattern.exec(text)?.[0];
}

describe('No file says', () => {
  const files = texts(root).map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

  it.each(forbidden)('$what', (each) => {
    const found = files.flatMap(({ path, text }) => {
      const match = said(each, text);
      return match === undefined ? [] : [`${path}: ${match.trim()}`];
    });
    expect(found).toEqual([]);
  });

  it.each(forbidden)('$what, which would be noticed', (each) => {
    expect(said(each, each.example)).toBeDefined();
  });

  it('anything unread: nested and hidden files are looked at too', () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['package.json', '.ci/run', 'scripts/test.mjs']),
    );
  });
});
