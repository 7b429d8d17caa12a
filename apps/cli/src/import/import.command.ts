/** `plaza import`: brings data in from the files of others, with an account of every row. */
import { Option, type Command } from 'commander';
import { progress, withPlaza } from '../plaza';
import { accountsImporter } from './accounts.importer';
import { defaultCurrency } from './currency-option';
import type { Importer, ImportOptions } from './importer';
import { customersImporter } from './customers.importer';
import { legacyShopImporter } from './legacy-shop.importer';
import { productsImporter } from './products.importer';
import {
  addTo,
  emptySummary,
  reportFormats,
  reports,
  type ImportSummary,
  type ReportFormat,
} from './row-report';
import { transfersImporter } from './transfers.importer';

/** Every importer of Plaza; one is a reader of rows and what becomes of each. */
const importers: Importer[] = [
  accountsImporter,
  legacyShopImporter,
  productsImporter,
  customersImporter,
  transfersImporter,
];

interface Options {
  dryRun?: boolean;
  format: ReportFormat;
  json?: boolean;
  currency?: string;
}

const teaching = (name: string, file: string) => `
It may be run again: what is here already stays. The text names every row that was repaired, kept or refused; JSON and CSV name
all rows.

Examples:
  plaza import ${name} ${file} --dry-run
  plaza import ${name} ${file}
  plaza import ${name} ${file} --format csv > report.csv

Exit codes: 0 no row was refused, 1 some were, or a fault, 78 a configuration that cannot be used`;

export function importCommand(program: Command): void {
  const command = program
    .command('import')
    .description('bring data in from the files of others, with an account of every row')
    .addHelpText('after', '\nplaza import <what> --help says what it takes, repairs and refuses.');
  for (const importer of importers) {
    const registered = command
      .command(importer.name)
      .description(importer.about)
      .argument('<file>', 'the file to read')
      .option('--dry-run', 'say what would become of every row, and write nothing')
      .addOption(new Option('--format <format>', 'of the report').choices(reportFormats).default('text'))
      .option('--json', 'as --format json')
      .addHelpText('after', importer.teaching + teaching(importer.name, importer.example))
      .action(async (file: string, { json = false, format, ...options }: Options) => {
        const { dryRun = false, currency = defaultCurrency } = options;
        const summary = await bringIn(importer, file, json ? 'json' : format, { dryRun, currency });
        if (summary.refused > 0) process.exitCode = 1;
      });
    for (const option of importer.options ?? []) registered.addOption(option);
  }
}

async function bringIn(
  importer: Importer,
  file: string,
  format: ReportFormat,
  options: ImportOptions,
): Promise<ImportSummary> {
  const report = reports[format];
  const summary = emptySummary(options.dryRun);
  const told = progress();
  await withPlaza(async (app) => {
    await write(report.begin);
    for await (const rows of importer.run(app, file, options)) {
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
