/*
 * What the sources import from `node_modules` is some two thousand files, which every test file, and every start of `npm run dev`, loads
 * anew: that costs more than most tests do. So the packages are put into few files before a run, the way the build puts them beside the
 * programs, once for what package-lock.json says.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { bundle, isUsedInPlace } from './bundle.mjs';

const root = resolve(import.meta.dirname, '..');
const sources = ['apps', 'libs', 'test', 'bench', 'chaos'];
const imported = /\bfrom '((?:@[\w-]+\/)?[a-z][\w.-]*(?:\/[\w./-]+)?)'/g;
const ownPackage = /^(?:@plaza|node:)/;
/** Its packages are for a browser. */
const inBrowsers = join(root, 'apps', 'backoffice') + sep;

/** The names by which the sources import packages. */
function importedNames() {
  const files = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, folder, name),
    ),
  );
  const names = files
    .filter((file) => file.endsWith('.ts') && !file.startsWith(inBrowsers))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(imported)].map(([, name]) => name));
  return [...new Set(names)]
    .filter((name) => !ownPackage.test(name) && !name.endsWith('.json') && !isUsedInPlace(name))
    .sort();
}

/** Each is asked for as a compiled test file asks for it. */
const requires = {
  name: 'requires',
  resolveId: (id) => (id.startsWith('require:') ? `\0${id}` : undefined),
  load: (id) =>
    id.startsWith('\0require:')
      ? `const all = require(${JSON.stringify(id.slice('\0require:'.length))}); module.exports = all;`
      : undefined,
};

export const packagesFolder = join(root, 'node_modules', '.cache', 'plaza-packages');

function isMadeOf(wanted) {
  const stamp = join(packagesFolder, 'made-of');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Each of the names is a file of the folder afterwards; `names.json` has all of them. @returns the names */
export async function bundlePackages() {
  const names = importedNames();
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(readFileSync(join(root, 'scripts', 'bundle.mjs')))
    .update(readFileSync(import.meta.filename))
    .update(names.join())
    .digest('hex');
  if (isMadeOf(wanted)) return names;
  const draft = `${packagesFolder}.${process.pid}`;
  const input = Object.fromEntries(names.map((name) => [name, `require:${name}`]));
  await bundle({ input, folder: draft, plugins: [requires], output: { dynamicImportInCjs: false } });
  writeFileSync(join(draft, 'names.json'), JSON.stringify(names));
  writeFileSync(join(draft, 'made-of'), wanted);
  // Another run may have made the same in the meantime, and be reading it.
  if (!isMadeOf(wanted)) {
    rmSync(packagesFolder, { recursive: true, force: true });
    renameSync(draft, packagesFolder);
  }
  rmSync(draft, { recursive: true, force: true });
  return names;
}
