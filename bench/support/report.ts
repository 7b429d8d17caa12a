/** The tables that people read. */
import type { Check, Findings, Measured, MeasuredComparison } from './benchmark';
import { median, type ProcessorUse } from './statistics';

export interface Ratio {
  of: string;
  floor: string;
  ratio: number;
  aim?: number;
}

/** The median of each of Plaza's ways over that of each floor. */
export function ratiosOf({ measured, aim }: MeasuredComparison): Ratio[] {
  const floors = measured.filter(({ role }) => role === 'floor');
  return measured
    .filter(({ role }) => role === 'plaza')
    .flatMap((plaza) =>
      floors.map(({ label: floor, perSecond }) => ({
        of: plaza.label,
        floor,
        ratio: plaza.perSecond.median / perSecond.median,
        ...(aim?.floor === floor && { aim: aim.ratio }),
      })),
    );
}

export function reportOf(name: string, { comparisons, tables = [], checks, remarks }: Findings): string {
  return [
    '',
    ...comparisons.flatMap((comparison) => [`${name}: ${comparison.title}`, ...tableOf(comparison), '']),
    ...tables.flatMap(({ title, rows }) => [`${name}: ${title}`, ...aligned(rows), '']),
    ...checks.map(checkLine),
    ...remarks.map((remark) => `note: ${remark}`),
  ].join('\n');
}

function checkLine({ says, holds }: Check): string {
  return `${holds ? 'holds' : 'BROKEN'}: ${says}`;
}

function tableOf(comparison: MeasuredComparison): string[] {
  const header = ['', 'median/s', 'min', 'max', 'p50 ms', 'p99 ms', 'load', 'cores in use (µs for one)'];
  const lines = comparison.measured.map((one) => [
    `${one.role === 'plaza' ? '' : 'floor '}${one.label}`,
    whole(one.perSecond.median),
    whole(one.perSecond.min),
    whole(one.perSecond.max),
    milliseconds(one.latencyMs?.p50),
    milliseconds(one.latencyMs?.p99),
    one.load,
    coresOf(one),
  ]);
  const ratios = ratiosOf(comparison).map(
    ({ of, floor, ratio, aim }) =>
      `  ${of} to ${floor}: ${ratio.toFixed(2)}${aim === undefined ? '' : ` (aim ${aim.toFixed(2)}: ${ratio >= aim ? 'reached' : 'missed'})`}`,
  );
  return [...aligned([header, ...lines]), ...ratios];
}

const numberColumns = new Set([1, 2, 3, 4, 5]);

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    `  ${row.map((cell, at) => (numberColumns.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ')}`.trimEnd(),
  );
}

/** Of each process the cores that it kept busy, and what that comes to for one of the things measured. */
function coresOf({ rounds }: Measured): string {
  const medianOf = (name: string, part: keyof ProcessorUse) =>
    median(rounds.map(({ processors }) => processors[name]?.[part] ?? 0));
  return Object.keys(rounds[0]?.processors ?? {})
    .map(
      (name) =>
        `${name} ${medianOf(name, 'cores').toFixed(2)} (${whole(medianOf(name, 'microsecondsEach'))})`,
    )
    .join(', ');
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function milliseconds(number: number | undefined): string {
  return number === undefined ? '–' : number.toFixed(1);
}
