/** What the command line says about itself, and that the documentation says the same. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');
const main = resolve(root, 'dist/apps/cli/src/main.js');
const commandMs = 60_000;

describe('Every command', () => {
  it(
    'is in the help and in the documentation',
    async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [main, '--help']);
      const [, list = ''] = stdout.split('Commands:');
      const commands = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name ?? '');
      expect(commands.length).toBeGreaterThan(10);
      const documented = readFileSync(resolve(root, 'docs/cli.md'), 'utf8');
      const rows = documented.split('\n').filter((line) => line.startsWith('| `'));
      const missing = commands.filter(
        (name) => name !== 'help' && !rows.some((row) => new RegExp(`\`${name}[ \`]`).test(row)),
      );
      expect(missing).toEqual([]);
    },
    commandMs,
  );
});
