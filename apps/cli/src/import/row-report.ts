/** Tells what became of every row of a source: as text for people, as JSON or as CSV for programs, written as the rows come. */
import { styled, styleOfOutcome } from '../terminal';
import { rowOutcomes, type RowAccount, type RowOutcome } from './importer';

export const reportFormats = ['text', 'json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ImportSummary extends Record<RowOutcome, number> {
  rows: number;
  dryRun: boolean;
}

interface Report {
  begin: string;
  /** What is written of a row; empty for nothing. */
  row(account: RowAccount, isFirst: boolean): string;
  end(summary: ImportSummary): string;
}

export function emptySummary(dryRun: boolean): ImportSummary {
  const counts = Object.fromEntries(rowOutcomes.map((outcome) => [outcome, 0])) as Record<RowOutcome, number>;
  return { rows: 0, ...counts, dryRun };
}

export function addTo(summary: ImportSummary, { outcome }: RowAccount): void {
  summary.rows += 1;
  summary[outcome] += 1;
}

/** Rows that were taken as they are, or were here, are only counted. */
const text: Report = {
  begin: '',
  row: ({ line, key, outcome, words }) => {
    if (outcome === 'taken' || outcome === 'unchanged') return '';
    const name = outcome.padEnd(8);
    return `line ${String(line)}  ${styled(name, styleOfOutcome(outcome))}  ${key ?? '-'}  ${words.join('; ')}\n`;
  },
  end: ({ rows, dryRun, ...counts }) => {
    const told = rowOutcomes.map((outcome) => `${String(counts[outcome])} ${outcome}`).join(', ');
    return `${String(rows)} rows: ${told}${dryRun ? '; this was a dry run, nothing was written' : ''}\n`;
  },
};

const json: Report = {
  begin: '{"rows":[\n',
  row: (account, isFirst) => `${isFirst ? '' : ',\n'}${JSON.stringify(account)}`,
  end: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
};

/** RFC 4180, with a header. */
const csv: Report = {
  begin: 'line,key,outcome,words\r\n',
  row: ({ line, key, outcome, words }) =>
    `${[String(line), key ?? '', outcome, words.join('; ')].map(csvField).join(',')}\r\n`,
  end: () => '',
};

export const reports: Record<ReportFormat, Report> = { text, json, csv };

/** What a spreadsheet would take for a formula is marked as text. */
function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
