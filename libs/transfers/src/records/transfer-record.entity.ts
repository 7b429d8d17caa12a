/**
 * A transfer record of somebody else: as it was read, what becomes of it by the table of statuses, and whose turn it is. A process has
 * it until its claim runs out; who comes back later than that finds that the claim has another number.
 */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TransferFact } from '../transfers.events';
import { withoutNul, type Content } from './record-content';
import { recordStatuses, statusAfter, type RecordStatus, type RecordVerb } from './record-status';

const firstPauseMs = 5_000;
const pauseMsMax = 10 * 60_000;

export interface Reason {
  code: string;
  text: string;
}

@Entity({ schema: 'transfers', name: 'records' })
@Index('records_due', ['nextAttemptAt'], { where: 'ended_at IS NULL' })
@Index('records_by_time', ['notedAt', 'key'])
@Index('records_by_status', ['status', 'notedAt', 'key'])
@Check('records_status_known', `status IN (${recordStatuses.map((status) => `'${status}'`).join(', ')})`)
@Check('records_ended', `(status IN ('new', 'taken', 'screened')) = (ended_at IS NULL)`)
@Check('records_due_until_ended', '(ended_at IS NULL) = (next_attempt_at IS NOT NULL)')
@Check('records_written_with_result', `status NOT IN ('screened', 'written-back') OR result IS NOT NULL`)
export class TransferRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'records_pk' })
  readonly key!: string;

  /** Where it was found below `Transfer`. */
  @Column('text')
  readonly branch!: string;

  @Column('text')
  readonly status!: RecordStatus;

  /** As it was when it was read last. */
  @Column('json')
  readonly content!: Content;

  @Column('text', { name: 'company_key', nullable: true })
  readonly companyKey!: string | null;

  @Column('timestamptz', { name: 'dated_at', nullable: true })
  readonly datedAt!: Date | null;

  @Column('timestamptz', { name: 'noted_at' })
  readonly notedAt!: Date;

  /** Counts how often a process took it in hand. */
  @Column('integer')
  readonly claim!: number;

  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  readonly claimedUntil!: Date | null;

  /** Counts how often it is screened from the beginning: once, unless an operator wants it again. */
  @Column('integer')
  readonly round!: number;

  /** An operator wants it worked, whatever its owner says of it. */
  @Column('boolean')
  readonly forced!: boolean;

  /** How often this step came to nothing. */
  @Column('integer')
  readonly attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  readonly nextAttemptAt!: Date | null;

  @Column('timestamptz', { name: 'taken_at', nullable: true })
  readonly takenAt!: Date | null;

  @Column('timestamptz', { name: 'screened_at', nullable: true })
  readonly screenedAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  readonly endedAt!: Date | null;

  /** The scores of its streams, joined by `|`. */
  @Column('text', { nullable: true })
  readonly result!: string | null;

  @Column('text', { name: 'reason_code', nullable: true })
  readonly reasonCode!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  isOlderThan(ageMs: number, now: Date): boolean {
    return this.datedAt !== null && now.getTime() - this.datedAt.getTime() > ageMs;
  }

  isClaimed(now: Date): boolean {
    return this.claimedUntil !== null && this.claimedUntil > now;
  }

  /** A process has it in hand from here on; a new one is taken by that. */
  claimUntil(until: Date, now: Date): void {
    this.set({ claim: this.claim + 1, claimedUntil: until });
    if (this.status === 'new') this.go('take', { round: this.round + 1, takenAt: now });
  }

  /** An operator has it screened from the beginning. */
  claimAgainUntil(until: Date, now: Date): void {
    this.set({ claim: this.claim + 1, claimedUntil: until });
    const afresh = { round: this.round + 1, forced: true, takenAt: now, nextAttemptAt: now, endedAt: null };
    const nothingYet = { attempts: 0, screenedAt: null, result: null, reasonCode: null, reason: null };
    if (this.status === 'taken') this.set({ ...afresh, ...nothingYet });
    else this.go('takeAgain', { ...afresh, ...nothingYet });
  }

  screen(result: string, content: Content, now: Date): void {
    const afresh = { attempts: 0, nextAttemptAt: now, reasonCode: null, reason: null };
    this.go('screen', { ...afresh, result, content, screenedAt: now });
  }

  writeBack(content: Content, now: Date): void {
    this.end('writeBack', null, now);
    this.set({ content });
  }

  fail(reason: Reason, now: Date): void {
    this.end('fail', reason, now);
  }

  outlive(reason: Reason, now: Date): void {
    this.end('outlive', reason, now);
  }

  cede(reason: Reason, now: Date): void {
    this.end('cede', reason, now);
  }

  /** This step came to nothing and is tried again: twice as long later each time, until that has gone on for too long. */
  putOff(detail: string, patienceMs: number, now: Date): void {
    const takenAt = this.takenAt ?? this.notedAt;
    if (now.getTime() - takenAt.getTime() > patienceMs) {
      this.fail({ code: 'gave-up', text: `It was tried for too long; last: ${detail}` }, now);
      return;
    }
    const pauseMs = Math.min(pauseMsMax, firstPauseMs * 2 ** Math.min(this.attempts, 30));
    this.set({
      attempts: this.attempts + 1,
      nextAttemptAt: new Date(now.getTime() + pauseMs),
      claimedUntil: null,
      reasonCode: 'later',
      reason: withoutNul(detail),
    });
  }

  /** What is to be announced of it; nothing while it is under way and where nothing was done. */
  facts(): TransferFact[] {
    const { key, companyKey, result, reasonCode, reason } = this;
    if (this.status === 'written-back' && result !== null) {
      return [{ type: 'transfer-written-back', key, data: { key, companyKey, result } }];
    }
    if (this.status === 'failed' && reasonCode !== null && reason !== null) {
      return [{ type: 'transfer-failed', key, data: { key, companyKey, reasonCode, reason } }];
    }
    return [];
  }

  private end(verb: RecordVerb, reason: Reason | null, now: Date): void {
    this.go(verb, {
      endedAt: now,
      nextAttemptAt: null,
      claimedUntil: null,
      reasonCode: reason?.code ?? null,
      reason: reason && withoutNul(reason.text),
    });
  }

  /** @throws Error when the table of statuses does not lead on from here */
  private go(verb: RecordVerb, changes: Partial<TransferRecord>): void {
    const status = statusAfter(verb, this.status);
    if (!status) throw new Error(`A transfer record that is ${this.status} cannot ${verb}`);
    this.set({ ...changes, status });
  }

  private set(changes: Partial<TransferRecord>): void {
    Object.assign(this, changes);
  }
}
