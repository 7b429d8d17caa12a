// `npm run build`, and what every start does when sources have changed: compiles the sources, then puts the programs with the
// packages that they use into few files. A process would otherwise begin by looking for 2,500 of them.
// `node scripts/build.mjs [folder]` writes to `dist` or to the folder that is named.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { bundle } from './bundle.mjs';

const root = resolve(import.meta.dirname, '..');
const target = resolve(root, process.argv[2] ?? 'dist');
const work = join(root, 'node_modules', '.cache', 'plaza-build');
const compiled = join(work, 'compiled');

/** What is started by its file. */
const PROGRAM =
  /^(?:apps\/[^/]+\/src\/(?:main|description|in-containers|kept-database)|(?:bench|chaos)\/(?:main|[\w-]+\.(?:floor|load)))\.js$/;

function compile() {
  const settings = join(work, 'tsconfig.json');
  mkdirSync(work, { recursive: true });
  writeFileSync(
    settings,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions: { outDir: compiled } }),
  );
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const { status } = spawnSync(process.execPath, [nest, 'build', '--path', relative(root, settings)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function programs() {
  const names = readdirSync(compiled, { recursive: true }).map((name) => name.split(sep).join('/'));
  return Object.fromEntries(
    names
      .filter((name) => PROGRAM.test(name))
      .map((name) => [name.replace(/\.js$/, ''), join(compiled, name)]),
  );
}

const isOurs = (id) => id.startsWith(compiled + sep);

/** Stack traces name the sources of Plaza. Those of packages would only be read at every start. */
const sourceMaps = {
  name: 'source-maps',
  load: (id) =>
    isOurs(id) ? { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') } : undefined,
  transform: (code, id) => (isOurs(id) ? undefined : { code, map: { mappings: '' } }),
};

compile();
await bundle({
  input: programs(),
  folder: target,
  plugins: [sourceMaps],
  output: { sourcemap: true, sourcemapExcludeSources: true },
});
