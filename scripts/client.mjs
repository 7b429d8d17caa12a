// `npm run client` writes the types of the TypeScript client from the routes as they are. With `--print` it reads a description
// from the standard input and writes the types to the standard output, which is how a test sees whether the file is behind.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { prepare, projectRoot } from './prepare.mjs';

const DESCRIPTION_BYTES_MAX = 16 * 1024 * 1024;

const says = [
  '/* What the published description says, as types. Written by `npm run client`; changes by hand are lost. */',
  '',
].join('\n');

async function typesOf(description) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  return says + astToString(await openapiTS(description));
}

async function describe() {
  const program = join(projectRoot, 'dist', 'apps', 'api', 'src', 'description.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    maxBuffer: DESCRIPTION_BYTES_MAX,
  });
  return JSON.parse(stdout);
}

if (process.argv.includes('--print')) {
  process.stdout.write(await typesOf(JSON.parse(await text(process.stdin))));
} else {
  await prepare({ build: true });
  writeFileSync(join(projectRoot, 'libs', 'client', 'src', 'schema.ts'), await typesOf(await describe()));
}
