/** Every package that is installed may be used and passed on: its own manifest says under which licence. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Permissive, or concerning only the files of the package itself. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  // Fonts, which may be part of something larger.
  'Bitstream-Vera',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'PostgreSQL',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Whose manifest does not say it, but its other files do. */
const saidElsewhere = new Map([
  ['css-mediaquery 0.1.2', 'BSD-3-Clause'],
  ['pause 0.0.1', 'MIT'],
  ['png-js 2.0.0', 'MIT'],
  ['dejavu-fonts-ttf 2.37.3', 'Bitstream-Vera'],
]);

interface PackageFile {
  name?: string;
  version?: string;
  license?: string | { type: string };
  licenses?: { type: string }[];
}

/** Of the folder and of those nested in its packages. */
function manifestsIn(modules: string): PackageFile[] {
  if (!existsSync(modules)) return [];
  const folders = readdirSync(modules).flatMap((name) => {
    if (name.startsWith('.')) return [];
    return name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name];
  });
  return folders.flatMap((folder) => {
    const file = join(modules, folder, 'package.json');
    const own = existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as PackageFile] : [];
    return [...own, ...manifestsIn(join(modules, folder, 'node_modules'))];
  });
}

function licenceOf({ name, version, license, licenses }: PackageFile): string {
  const elsewhere = saidElsewhere.get(`${name ?? ''} ${version ?? ''}`);
  if (elsewhere !== undefined) return elsewhere;
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none';
}

/** As far as SPDX expressions are written: one of several with OR, all of them with AND. */
function isAllowed(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((name) => allowed.has(name.trim())));
}

describe('The licences of all packages', () => {
  const manifests = manifestsIn(join(root, 'node_modules'));

  it('are of those that were agreed to', () => {
    expect(manifests.length).toBeGreaterThan(400);
    const others = manifests
      .filter((manifest) => !isAllowed(licenceOf(manifest)))
      .map((manifest) => `${manifest.name ?? '?'} ${manifest.version ?? ''}: ${licenceOf(manifest)}`);
    expect(others).toEqual([]);
  });

  it.each(['GPL-3.0', 'none', 'MIT AND AGPL-3.0-only', 'SEE LICENSE IN LICENSE'])(
    'would not be: %s',
    (expression) => {
      expect(isAllowed(expression)).toBe(false);
    },
  );

  it.each(['MIT', '(GPL-2.0 OR MIT)', 'MIT AND ISC'])('may be: %s', (expression) => {
    expect(isAllowed(expression)).toBe(true);
  });
});
