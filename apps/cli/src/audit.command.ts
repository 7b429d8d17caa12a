/** `plaza audit verify`: whether the audit log is what was sealed. Exits with 1 when it is not, and says which row is to blame. */
import { VerificationService, type Verification } from '@plaza/audit';
import { InvalidArgumentError, type Command } from 'commander';
import { print, progress, table, withService, type OutputOptions } from './plaza';

type Verified = Omit<Verification, 'next'>;

export function auditCommand(program: Command): void {
  const command = program.command('audit').description('the log of who changed and who read what');
  command
    .command('verify')
    .description('compare all of the audit log with its seals, and the seals with each other')
    .option('--root <hash>', 'the hash of a seal as a report told it: it has to be there still', rootOption)
    .option('--json', 'answer as JSON')
    .addHelpText(
      'after',
      '\nRows that were written in the last seconds are not sealed yet. Exit codes: 0 all is as it was sealed, 1 it is not',
    )
    .action(async ({ root, ...options }: OutputOptions & { root?: string }) => {
      const verified = await withService(VerificationService, (service) => verifyAll(service, root));
      print(verified, options, readable);
      if (!verified.intact) process.exitCode = 1;
    });
}

async function verifyAll(service: VerificationService, root: string | undefined): Promise<Verified> {
  const line = progress();
  const { next: after, ...all } = await service.verify(root === undefined ? {} : { root });
  let from = after;
  while (from !== null) {
    line.tell(`${all.rows} rows of ${all.seals} seals`);
    const part = await service.verify({ from });
    all.intact &&= part.intact;
    all.findings.push(...part.findings);
    all.seals += part.seals;
    all.rows += part.rows;
    all.archived += part.archived;
    all.root = part.root ?? all.root;
    from = part.next;
  }
  line.end();
  return all;
}

function readable({ intact, findings, seals, rows, archived, root }: Verified): string {
  return [
    ...(intact
      ? []
      : [table(findings.map(({ kind, seal, row, detail }) => ({ kind, seal, row, detail }))), '']),
    `${rows} rows of ${seals} seals ${intact ? 'are as they were sealed' : 'were looked at'}`,
    ...(archived > 0 ? [`${archived} of the seals are of months that were taken out of the log`] : []),
    ...(root ? [`root of seal ${root.seal}: ${root.hash}`] : []),
  ].join('\n');
}

function rootOption(text: string): string {
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('A root is 64 hexadecimal digits.');
}
