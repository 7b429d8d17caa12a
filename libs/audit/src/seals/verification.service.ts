/** Verifies the log against its seals, a bounded part at a time. */
import { Injectable } from '@nestjs/common';
import { Database, requestContext } from '@plaza/platform';
import type { ReadSeal } from './seal';
import { readIdsNeverGiven, readLastSeal, readRows, readSealBefore, readSeals } from './seal-rows';
import {
  findingOfMonth,
  findingsOfArchived,
  findingsOfEnd,
  findingsOfIdsNeverGiven,
  findingsOfRows,
  findingsOfSeal,
  type Finding,
} from './verifying';

export interface VerificationWish {
  /** The number of the seal to begin with; the first one otherwise. */
  from?: number;
  /** The hash of a seal, as a report told it: it has to be among the seals. */
  root?: string;
}

export interface Verification {
  /** True when nothing was found in this part. */
  intact: boolean;
  findings: Finding[];
  /** How many seals and rows were looked at. */
  seals: number;
  rows: number;
  /** Seals whose month was taken out of the log: they hold together, and their rows were not looked at. */
  archived: number;
  /** The last seal that was looked at, whose hash stands for everything before it. */
  root: { seal: number; hash: string } | null;
  /** What to begin the next part with; null when this was the last. */
  next: number | null;
}

const sealsMax = 50;
const sealsAtOnce = 10;
/** More are not told; the part ends there. */
const findingsMax = 1_000;

@Injectable()
export class VerificationService {
  constructor(private readonly database: Database) {}

  /** Whoever asks for it is shown nothing of what the rows say, so it is not on their behalf that all of them are read. */
  verify(wish: VerificationWish): Promise<Verification> {
    const { correlationId } = requestContext.current();
    const actor = { kind: 'system', id: 'verify-audit-log' } as const;
    return requestContext.run({ correlationId, actor }, () => this.compare(wish));
  }

  private async compare({ from = 1, root }: VerificationWish): Promise<Verification> {
    // What was made is asked for first: more may be made meanwhile, and never less.
    const made = await readLastSeal(this.database);
    const months = await this.months();
    const findings = root === undefined ? [] : await this.findingsOfRoot(root);
    const told = { seals: 0, rows: 0, archived: 0 };
    const missing = new Set<string>();
    let previous = from > 1 ? await readSealBefore(this.database, from) : undefined;
    let next: number | null = from;
    while (next !== null && told.seals < sealsMax && findings.length < findingsMax) {
      const seals: ReadSeal[] = await readSeals(this.database, next, sealsAtOnce);
      for (const seal of seals) {
        findings.push(...findingsOfSeal(seal, previous));
        const rows = await readRows(this.database, seal);
        if (months.present.has(seal.month)) {
          findings.push(...findingsOfRows(seal, rows));
          told.rows += rows.length;
        } else {
          findings.push(...findingsOfArchived(seal, rows));
          if (seal.month >= months.stay && !missing.has(seal.month)) findings.push(findingOfMonth(seal));
          missing.add(seal.month);
          told.archived += 1;
        }
        told.seals += 1;
        previous = seal;
      }
      next = seals.length < sealsAtOnce ? null : (previous?.number ?? 0) + 1;
    }
    if (next === null) {
      findings.push(...findingsOfEnd(previous, made));
      findings.push(...findingsOfIdsNeverGiven(await readIdsNeverGiven(this.database, findingsMax)));
    }
    return {
      ...{ intact: findings.length === 0, findings: findings.slice(0, findingsMax), ...told, next },
      root: previous ? { seal: previous.number, hash: previous.hash.toString('hex') } : null,
    };
  }

  /** Those that are part of the log, and from which one on nobody may take them out. */
  private async months(): Promise<{ present: ReadonlySet<string>; stay: string }> {
    const [row] = await this.database.read<{ present: string[]; stay: string }>(
      `SELECT ARRAY(SELECT month::text FROM audit.months() AS month) AS present,
              audit.month_of(now() - interval '12 months')::text AS stay`,
    );
    if (!row) throw new Error('The database told no months');
    return { ...row, present: new Set(row.present) };
  }

  private async findingsOfRoot(root: string): Promise<Finding[]> {
    const [known] = await this.database.read("SELECT FROM audit.seals WHERE hash = decode($1, 'hex')", [
      root,
    ]);
    if (known) return [];
    return [
      { kind: 'root-unknown', seal: 0, row: null, detail: 'No seal has this hash: the seals were made anew' },
    ];
  }
}
