/** Writes what a replay does: to the messages and their payments, and who had it done. */
import { Injectable } from '@nestjs/common';
import { newId, requestContext, Signals, type Tx } from '@plaza/platform';
import { ParkedPayments } from '../accounts/parked-payments.service';
import { PAYMENTS_OPEN_SIGNAL } from '../gateway/open-signal';
import { IntakeRecord } from '../intake/intake-record';
import type { ReplayFilter } from './kept-messages';
import { countsOf, isChange } from './replay-counts';
import type { ReplayStep } from './replay-decision';

/** Who is asked about at this moment stays so: what comes of it counts. */
const askNow = `
  UPDATE payments.payments SET next_attempt_at = least(next_attempt_at, $1)
  WHERE payment_id = ANY($2::uuid[]) AND status = 'open'`;

const noteReplay = `
  WITH replay AS (
    INSERT INTO payments.replays
      (replay_id, replayed_at, actor_kind, actor_id, filter, examined, changed, counts)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  )
  INSERT INTO payments.replayed_messages
    (replay_id, topic, partition, message_offset, outcome_before, outcome_after, reason)
  SELECT $1, topic, partition, message_offset, outcome_before, outcome_after, reason
  FROM unnest($9::text[], $10::integer[], $11::bigint[], $12::text[], $13::text[], $14::text[])
    AS message (topic, partition, message_offset, outcome_before, outcome_after, reason)`;

@Injectable()
export class ReplayRecord {
  constructor(
    private readonly intake: IntakeRecord,
    private readonly parked: ParkedPayments,
    private readonly signals: Signals,
  ) {}

  async write(tx: Tx, steps: readonly ReplayStep[], at: Date): Promise<void> {
    const asked = paymentsOf(steps, 'ask');
    if (asked.length > 0) await tx.query(askNow, [at, asked]);
    await this.intake.rewrite(
      tx,
      steps.flatMap((step) =>
        step.does === 'rewrite'
          ? [{ decision: step.decision, before: step.kept.outcome, receivedAt: step.kept.receivedAt }]
          : [],
      ),
      at,
    );
    const awaited = paymentsOf(steps, 'take-up');
    if (awaited.length > 0) await this.parked.takeUpAmong(tx, awaited, at);
    if (steps.some(({ after }) => after === 'open')) this.signals.raiseAfterCommit(PAYMENTS_OPEN_SIGNAL);
  }

  /** Every message that was replayed, whether it has changed or not. */
  async note(tx: Tx, filter: ReplayFilter, steps: readonly ReplayStep[], at: Date): Promise<void> {
    if (steps.length === 0) return;
    const { actor } = requestContext.current();
    await tx.query(noteReplay, [
      newId(),
      at,
      actor?.kind ?? 'system',
      actor?.id ?? 'plaza',
      JSON.stringify(filter),
      steps.length,
      steps.filter(isChange).length,
      JSON.stringify(countsOf(steps)),
      steps.map(({ kept }) => kept.topic),
      steps.map(({ kept }) => kept.partition),
      steps.map(({ kept }) => kept.offset),
      steps.map(({ kept }) => kept.outcome),
      steps.map(({ after }) => after),
      steps.map(({ reason }) => reason),
    ]);
  }
}

function paymentsOf(steps: readonly ReplayStep[], does: ReplayStep['does']): string[] {
  return steps.flatMap((step) =>
    step.does === does && step.kept.paymentId !== null ? [step.kept.paymentId] : [],
  );
}
