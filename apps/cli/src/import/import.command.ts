/** `plaza import`: brings data in from the files of others, with an account of every row. */
import { Option, type Command } from 'commander';
import { progress, withPlaza } from '../plaza';
import { accountsImporter } from './accounts.importer';
import type { Importer } from './importer';
import {
  addTo,
  emptySummary,
  reportFormats,
  reports,
  type ImportSummary,
  type ReportFormat,
} from './row-report';
import { linesOf } from './source-lines';

/** Every importer of Plaza; one is a reader of rows and what becomes of each. */
const importers: Importer[] = [accountsImporter];

interface Options {
  dryRun?: boolean;
  format: ReportFormat;
  json?: boolean;
}

const teaching = (name: string) => `
It may be run again: what is here already stays. The text names every row that was repaired, kept or refused; JSON and CSV name
all rows.

Examples:
  plaza import ${name} ${name}.sql --dry-run
  plaza import ${name} ${name}.sql
  plaza import ${name} ${name}.sql --format csv > ${name}.report.csv

Exit codes: 0 no row was refused, 1 some were, or a fault, 78 a configuration that cannot be used`;

export function importCommand(program: Command): void {
  const command = program
    .command('import')
    .description('bring data in from the files of others, with an account of every row')
    .addHelpText('after', '\nplaza import <what> --help says what it takes, repairs and refuses.');
  for (const importer of importers) {
    command
      .command(importer.name)
      .description(importer.about)
      .argument('<file>', 'the file to read')
      .option('--dry-run', 'say what would become of every row, and write nothing')
      .addOption(new Option('--format <format>', 'of the report').choices(reportFormats).default('text'))
      .option('--json', 'as --format json')
      .addHelpText('after', importer.teaching + teaching(importer.name))
      .action(async (file: string, { dryRun = false, json = false, format }: Options) => {
        const summary = await bringIn(importer, file, { dryRun, format: json ? 'json' : format });
        if (summary.refused > 0) process.exitCode = 1;
      });
  }
}

async function bringIn(
  importer: Importer,
  file: string,
  { dryRun, format }: { dryRun: boolean; format: ReportFormat },
): Promise<ImportSummary> {
  const report = reports[format];
  const summary = emptySummary(dryRun);
  const told = progress();
  await withPlaza(async (app) => {
    await write(report.begin);
    for await (const rows of importer.run(app, linesOf(file), { dryRun })) {
      const lines: string[] = [];
      for (const row of rows) {
        lines.push(report.row(row, summary.rows === 0));
        addTo(summary, row);
      }
      told.end();
      await write(lines.join(''));
      told.tell(`${String(summary.rows)} rows`);
    }
    told.end();
    await write(report.end(summary));
  });
  return summary;
}

/** Waits for a slow reader rather than keep everything in memory. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
}
