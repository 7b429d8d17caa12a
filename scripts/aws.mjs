// What `cdk` runs in deploy/aws (see its cdk.json), and with `print-costs` what prints the estimate: puts the program and the
// functions that run on AWS into few files, then becomes the program. Functions bring their packages along, but for the SDK,
// which their runtime has.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { prepare, projectRoot } from './prepare.mjs';

const PROGRAMS = ['main', 'print-costs'];
const FUNCTIONS = ['rotate-password', 'run-migration'];
const source = (name) => join(projectRoot, 'deploy', 'aws', name);
// Below the packages that it asks for, and of this process alone: several may write templates at once.
const target = join(projectRoot, 'node_modules', '.cache', 'plaza-aws', String(process.pid));

async function write(input, folder, external) {
  const bundled = await rolldown({ input, platform: 'node', tsconfig: false, external });
  await bundled.write({ dir: folder, format: 'cjs', entryFileNames: '[name].js', cleanDir: true });
  await bundled.close();
}

const [name = 'main'] = process.argv.slice(2);
if (!PROGRAMS.includes(name)) {
  console.error(`Usage: node scripts/aws.mjs [${PROGRAMS.join('|')}]`);
  process.exit(64);
}
await prepare({ build: false });
process.once('exit', () => rmSync(target, { recursive: true, force: true }));
await write({ [name]: source(`${name}.ts`) }, target, [/^aws-cdk-lib/, 'constructs', 'yaml', 'zod']);
await write(
  Object.fromEntries(FUNCTIONS.map((each) => [each, source(`functions/${each}.ts`)])),
  join(target, 'functions'),
  [/^@aws-sdk\//, 'pg-native', 'pg-cloudflare'],
);
await import(pathToFileURL(join(target, `${name}.js`)).href);
