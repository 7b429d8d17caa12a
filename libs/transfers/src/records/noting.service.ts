/**
 * Notes the records that the stream tells of, many in one statement. One that is known stays as it is, however often it comes: after
 * every reconnection everything comes again. Only where nothing was done about it, its owner can still make it new.
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, Metrics, SETTINGS, Signals, type Settings } from '@plaza/platform';
import type { Counter } from 'prom-client';
import { readRecord, type ReadRecord, type Rejection } from './record-content';
import { recordTransitions, type RecordStatus } from './record-status';

/** The signal that there are records to be worked. */
export const RECORDS_SIGNAL = 'plaza_transfer_records';

export interface TransferBranch {
  branch: string;
  value: unknown;
}

const insertRecords = `
  INSERT INTO transfers.records
    (key, branch, status, content, company_key, dated_at, noted_at, claim, round, forced, attempts, next_attempt_at, ended_at,
     reason_code, reason)
  SELECT key, branch, status, content, company_key, dated_at, $1, 0, 0, false, 0,
         CASE status WHEN 'new' THEN $1::timestamptz END, CASE WHEN status <> 'new' THEN $1::timestamptz END, reason_code, reason
  FROM unnest($3::text[], $4::text[], $5::text[], $6::json[], $7::text[], $8::timestamptz[], $9::text[], $10::text[])
    AS found (key, branch, status, content, company_key, dated_at, reason_code, reason)
  ORDER BY key
  ON CONFLICT ON CONSTRAINT records_pk DO UPDATE
  SET status = excluded.status, branch = excluded.branch, content = excluded.content, dated_at = excluded.dated_at,
      next_attempt_at = excluded.next_attempt_at, ended_at = NULL, reason_code = NULL, reason = NULL
  WHERE excluded.status = 'new' AND records.status = ANY($2::text[])
  RETURNING status`;

const insertRejections = `
  INSERT INTO transfers.rejections (branch, fingerprint, reason_code, reason, content, rejected_at)
  SELECT branch, fingerprint, reason_code, reason, content, $1
  FROM unnest($2::text[], $3::bytea[], $4::text[], $5::text[], $6::text[])
    AS found (branch, fingerprint, reason_code, reason, content)
  ORDER BY branch, fingerprint
  ON CONFLICT ON CONSTRAINT rejections_pk DO NOTHING
  RETURNING reason_code`;

interface FirstStatus {
  status: RecordStatus;
  reasonCode: string | null;
  reason: string | null;
}

@Injectable()
export class RecordNoting {
  private readonly zone: string;
  private readonly ageMsMax: number;
  private readonly noted: Counter<'status'>;

  constructor(
    @Inject(SETTINGS) { transfers }: Settings,
    private readonly database: Database,
    private readonly signals: Signals,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.zone = transfers.zone;
    this.ageMsMax = transfers.ageMsMax;
    this.noted = metrics.counter(
      'plaza_transfer_records_noted_total',
      'Records that were seen for the first time, by how they were found',
      ['status'],
    );
  }

  /** Safe to repeat, and in any number of processes at once. */
  async note(branches: readonly TransferBranch[]): Promise<void> {
    const read = branches.map((branch) => this.read(branch));
    const records = read.flatMap((one) => ('key' in one ? [one] : []));
    const rejections = read.flatMap((one) => ('key' in one ? [] : [one]));
    await this.noteRead(records, rejections);
  }

  read({ branch, value }: TransferBranch): ReadRecord | Rejection {
    return readRecord(branch, value, this.zone);
  }

  /** As `note`, of what was read before. */
  async noteRead(records: readonly ReadRecord[], rejections: readonly Rejection[] = []): Promise<void> {
    const noted = await this.database.transaction(async (tx) => {
      const found = await tx.query<{ status: string }[]>(insertRecords, this.columnsOf(records));
      const rejected = await tx.query<object[]>(insertRejections, [
        this.clock.now(),
        ...columnsOf(rejections),
      ]);
      if (found.some(({ status }) => status === 'new')) this.signals.raiseAfterCommit(RECORDS_SIGNAL);
      return [...found, ...rejected.map(() => ({ status: 'rejected' }))];
    });
    for (const { status } of noted) this.noted.inc({ status });
  }

  private columnsOf(records: readonly ReadRecord[]): unknown[] {
    const now = this.clock.now();
    // The same key can stand in several branches; one statement can touch it once.
    const each = [...new Map(records.map((record) => [record.key, record])).values()];
    const first = each.map((record) => this.firstStatusOf(record, now));
    return [
      now,
      recordTransitions.renew.from,
      each.map(({ key }) => key),
      each.map(({ branch }) => branch),
      first.map(({ status }) => status),
      each.map(({ content }) => JSON.stringify(content)),
      each.map(({ companyKey }) => companyKey),
      each.map(({ datedAt }) => datedAt),
      first.map(({ reasonCode }) => reasonCode),
      first.map(({ reason }) => reason),
    ];
  }

  private firstStatusOf({ processed, datedAt }: ReadRecord, now: Date): FirstStatus {
    if (processed)
      return { status: 'elsewhere', reasonCode: 'processed', reason: 'It was processed when it was found' };
    if (datedAt && now.getTime() - datedAt.getTime() > this.ageMsMax) {
      return { status: 'too-old', reasonCode: 'too-old', reason: 'It was too old when it was found' };
    }
    return { status: 'new', reasonCode: null, reason: null };
  }
}

function columnsOf(rejections: readonly Rejection[]): unknown[] {
  return [
    rejections.map(({ branch }) => branch),
    rejections.map(({ content }) => createHash('sha256').update(content).digest()),
    rejections.map(({ reasonCode }) => reasonCode),
    rejections.map(({ reason }) => reason),
    rejections.map(({ content }) => content),
  ];
}
