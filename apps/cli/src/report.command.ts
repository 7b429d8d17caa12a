/** `plaza report`: the report of a week on the terminal, as a file, or to its recipients. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { languages, type Language } from '@plaza/platform';
import { ReportSending, Week, WeeklyReports, type ReportForms, type Sent } from '@plaza/reporting';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { print, withService, type OutputOptions } from './plaza';

const forms = ['html', 'pdf', 'csv'] as const;
type Form = (typeof forms)[number];

interface Options extends OutputOptions, Partial<Record<Form, string>> {
  /** True where none is named. */
  week?: Week | true;
  language: Language;
  preview?: boolean;
  send?: boolean;
}

interface Written {
  week: string;
  files: string[];
}

const teaching = `
A week is named as ISO 8601 does, and begins and ends in REPORT_ZONE. Without one it is the last week that is over. What differs from
what was sent of the week is told with what it was.

Examples:
  plaza report --week --preview                    the last week, as text
  plaza report --week 2026-W47 --html w47.html     the page that is mailed
  plaza report --week 2026-W47 --json | jq '.sections[].figures[] | select(.sent)'
  plaza report --week 2026-W47 --send              to all recipients who have not got this edition

Exit codes: 0 done, 1 there is no such week yet, it cannot be sent because it goes on, or a fault`;

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('the report of a week: shown, written to files, or sent to its recipients')
    .option('--week [week]', 'as 2026-W47; the last one that is over where none is named', weekOption)
    .addOption(new Option('--language <language>', 'of its words').choices(languages).default('en'))
    .option('--preview', 'show it as text, which is what is done where nothing else is asked for')
    .option('--html <file>', 'write the page that is mailed')
    .option('--pdf <file>', 'write it for printing')
    .option('--csv <file>', 'write its numbers for a spreadsheet')
    .addOption(new Option('--send', 'send it to its recipients').conflicts(['preview', ...forms]))
    .option('--json', 'answer as JSON')
    .addHelpText('after', teaching)
    .action((options: Options) => (options.send ? send(options) : show(options)));
}

async function send({ week, ...options }: Options): Promise<void> {
  if (!(week instanceof Week)) throw new Error('Which week is to be sent has to be said: --week');
  const sent = await withService(ReportSending, (sending) => sending.send(week));
  print(sent, options, readable);
}

function readable({ week, edition, delivered, already }: Sent): string {
  return `${week}, edition ${String(edition)}: ${String(delivered)} get it now, ${String(already)} had it already`;
}

async function show({ week, language, preview = false, ...options }: Options): Promise<void> {
  const named = week instanceof Week ? week : undefined;
  const report = await withService(WeeklyReports, (reports) => reports.look(named, language));
  const files = await written(report, options);
  const answer: ReportForms['told'] | Written =
    files.length > 0 && !preview ? { week: report.told.week, files } : report.told;
  print(answer, options, () => ('files' in answer ? files.join('\n') : report.text()));
}

async function written(report: ReportForms, options: Partial<Record<Form, string>>): Promise<string[]> {
  const paths: string[] = [];
  for (const form of forms) {
    const name = options[form];
    if (name === undefined) continue;
    const path = resolve(name);
    await writeFile(path, await report[form]());
    paths.push(path);
  }
  return paths;
}

function weekOption(name: string): Week {
  const week = Week.named(name);
  if (week) return week;
  throw new InvalidArgumentError('A week is named like 2026-W47.');
}
