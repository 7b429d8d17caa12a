/** `plaza evidence`: what was answered about a transfer record, as the file that its owner's programs look for. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EvidenceQueries } from '@plaza/transfers';
import type { Command } from 'commander';
import { print, withService, type OutputOptions } from './plaza';
import { keyOption } from './transfer-key';

const teaching = `
The file is named by the MD5 of the key and holds fecha, raw_data (every answer as it came), resume (the scores, joined by |) and
uid_trans. A file that is there already is written anew.

Exit codes: 0 written, 1 there is no such record, or nothing was answered about it, or the file cannot be written`;

export function evidenceCommand(program: Command): void {
  program
    .command('evidence')
    .description('write the evidence of a transfer record to a file')
    .requiredOption('--key <key>', "the record's key", keyOption)
    .option('--out <folder>', 'where to write it', '.')
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
    .action(async ({ key, out, ...options }: OutputOptions & { key: string; out: string }) => {
      const { name, content } = await withService(EvidenceQueries, (evidence) => evidence.file(key));
      const path = join(resolve(out), name);
      await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
      print(
        { path, answers: content.raw_data.length, resume: content.resume },
        options,
        (written) => written.path,
      );
    });
}
