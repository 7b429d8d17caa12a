// The way into every process of Plaza: `node scripts/run.mjs <name> [arguments]` makes a fresh clone ready (dependencies, build)
// and then becomes that process. Written so that an old Node can still read it and say what it lacks.
const [major, minor] = process.versions.node.split('.').map(Number);
// These can `require` ES modules, which Nest consists of.
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23)) {
  console.error('Plaza needs Node 20.19, 22.12 or newer; this is ' + process.versions.node + '.');
  process.exit(1);
}

const { prepare, projectRoot } = await import('./prepare.mjs');
const { existsSync, statSync } = await import('node:fs');
const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');

// The processes that work on the engines of `npm run stack -- up` once that has written down where they are.
const ON_THE_STACK = ['api', 'payments', 'worker', 'cli'];
const NAMES = ['standalone', ...ON_THE_STACK, 'stack', 'bench', 'chaos'];

const [name = '', ...args] = process.argv.slice(2);
if (!NAMES.includes(name)) {
  console.error(`Usage: node scripts/run.mjs <${NAMES.join('|')}> [arguments]`);
  process.exit(64);
}

process.chdir(projectRoot);
await prepare({ build: true });

if (ON_THE_STACK.includes(name)) {
  // A command may also be meant for the Plaza that `npm start` runs: the one that was started last.
  const written = ['stack.env', ...(name === 'cli' ? ['standalone.env'] : [])];
  const [settings] = written
    .map((file) => join(process.env.PLAZA_DATA_DIR || '.plaza', file))
    .filter(existsSync)
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  if (settings !== undefined) process.loadEnvFile(settings);
}

const folder = ['bench', 'chaos'].includes(name) ? [name] : ['apps', name, 'src'];
const main = join(projectRoot, 'dist', ...folder, 'main.js');
process.setSourceMapsEnabled(true);
process.argv = [process.execPath, main, ...args];
await import(pathToFileURL(main).href);
