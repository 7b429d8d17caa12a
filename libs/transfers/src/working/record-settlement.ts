/**
 * Records what came of working a record, in one transaction with what it announces; and gives out records to be worked, each to one
 * process until a time.
 */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, Metrics, type Tx } from '@plaza/platform';
import type { Counter } from 'prom-client';
import { LessThanOrEqual, IsNull } from 'typeorm';
import type { RecordStatus } from '../records/record-status';
import { TransferRecord } from '../records/transfer-record.entity';
import { recordBusy, recordUnknown } from '../transfers.errors';
import { TRANSFERS_TOPIC } from '../transfers.events';
import type { Lease } from './leases';
import { addAnswers, type StreamAnswer } from './stream-answers';

/** A record in the hands of one process. */
export interface Claim {
  key: string;
  branch: string;
  /** The number by which a claim is told from the one after it. */
  number: number;
  status: RecordStatus;
  round: number;
  /** An operator wants it worked, whatever its owner says of it. */
  forced: boolean;
  result: string | null;
}

@Injectable()
export class RecordSettlement {
  private readonly ended: Counter<'status'>;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.ended = metrics.counter(
      'plaza_transfer_records_ended_total',
      'Records that were worked, by their end',
      ['status'],
    );
  }

  /** Takes those that have waited longest; one that became too old while it waited is left alone. */
  async takeDue(most: number, { now, until }: Lease, ageMsMax: number): Promise<Claim[]> {
    return this.database.transaction(async (tx) => {
      const records = await tx
        .createQueryBuilder(TransferRecord, 'record')
        .where({ endedAt: IsNull(), nextAttemptAt: LessThanOrEqual(now) })
        .andWhere('(record.claimed_until IS NULL OR record.claimed_until <= :now)', { now })
        .orderBy('record.next_attempt_at')
        .take(most)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      for (const record of records) {
        if (record.status === 'new' && record.isOlderThan(ageMsMax, now)) {
          record.outlive({ code: 'too-old', text: 'It became too old while it waited' }, now);
        } else {
          record.claimUntil(until, now);
        }
      }
      await tx.save(records);
      return records.filter(({ endedAt }) => endedAt === null).map(claimOf);
    });
  }

  /**
   * Takes one from the beginning, whatever became of it before.
   * @throws PlazaError `transfers.record-unknown`, `transfers.record-busy`
   */
  async takeOne(key: string, { now, until }: Lease): Promise<Claim> {
    return this.database.transaction(async (tx) => {
      const record = await lock(tx, key);
      if (!record) throw recordUnknown(key);
      if (record.isClaimed(now)) throw recordBusy(key, record.claimedUntil ?? now);
      record.claimAgainUntil(until, now);
      await tx.save(record);
      return claimOf(record);
    });
  }

  /**
   * Lets the record become what `decide` makes of it.
   * @returns the claim as it is then; undefined when it was somebody else's by now, and nothing was recorded
   */
  async settle(
    claim: Claim,
    decide: (record: TransferRecord, now: Date) => void,
    answers: readonly StreamAnswer[] = [],
  ): Promise<Claim | undefined> {
    const settled = await this.database.transaction(async (tx) => {
      const record = await lock(tx, claim.key);
      if (record?.claim !== claim.number) return undefined;
      const now = this.clock.now();
      decide(record, now);
      await tx.save(record);
      await addAnswers(tx, claim.key, claim.round, answers);
      const facts = record.facts();
      await this.outbox.add(
        tx,
        TRANSFERS_TOPIC,
        facts.map((fact) => ({ fact, occurredAt: now })),
      );
      return record;
    });
    if (!settled) return undefined;
    if (settled.endedAt !== null) this.ended.inc({ status: settled.status });
    return claimOf(settled);
  }
}

function lock(tx: Tx, key: string): Promise<TransferRecord | null> {
  return tx.findOne(TransferRecord, { where: { key }, lock: { mode: 'pessimistic_write' } });
}

function claimOf({ key, branch, claim: number, status, round, forced, result }: TransferRecord): Claim {
  return { key, branch, number, status, round, forced, result };
}
