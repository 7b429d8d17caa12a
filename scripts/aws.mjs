// What `cdk` runs in deploy/aws (see its cdk.json), and with `print-costs` what prints the estimate: puts the program and the
// functions that run on AWS into few files, then becomes the program. Functions bring their packages along, but for the SDK,
// which their runtime has.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { prepare, projectRoot } from './prepare.mjs';

const PROGRAMS = ['main', 'print-costs'];
const FUNCTIONS = ['rotate-password', 'run-migration'];
const source = (name) => join(projectRoot, 'deploy', 'aws', name);
// Below the packages that it asks for, and of this process alone: several may write templates at once.
const target = join(projectRoot, 'node_modules', '.cache', 'plaza-aws', String(process.pid));

const [name = 'main'] = process.argv.slice(2);
if (!PROGRAMS.includes(name)) {
  console.error(`Usage: node scripts/aws.mjs [${PROGRAMS.join('|')}]`);
  process.exit(64);
}
await prepare({ build: false });
process.once('exit', () => rmSync(target, { recursive: true, force: true }));
await bundle({
  input: { [name]: source(`${name}.ts`) },
  folder: target,
  external: [/^aws-cdk-lib/, 'constructs', 'yaml', 'zod'],
});
await bundle({
  input: Object.fromEntries(FUNCTIONS.map((each) => [each, source(`functions/${each}.ts`)])),
  folder: join(target, 'functions'),
  external: [/^@aws-sdk\//, 'pg-native', 'pg-cloudflare'],
});
await import(pathToFileURL(join(target, `${name}.js`)).href);
