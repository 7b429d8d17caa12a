/** What PostgreSQL keeps of the deliveries of a webhook. Whoever writes here has locked the row of its progress. */
import type { Sealed, Tx } from '@plaza/platform';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { toldAs, type EventRow } from '../telling/partner-event';
import type { DeliveryOutcome, EndpointAnswer, TriedDelivery } from './retry-schedule';
import type { WebhookStatus } from './webhook';

export interface KnownWebhook {
  name: ProgrammeName;
  id: string;
}

export interface Progress {
  webhookId: string;
  url: string;
  status: WebhookStatus | 'removed';
  eventTypes: string[] | null;
  secretSealed: Sealed | null;
  previousSecretSealed: Sealed | null;
  earlierSecretsSealed: Sealed[];
  previousSecretUntil: Date | null;
  lastEvent: string;
  /** Counts who has worked it. */
  claim: string;
  strained: boolean;
  restsUntil: Date | null;
  failingSince: Date | null;
  deliveredAt: Date | null;
  /** Its partner is shut out. */
  isShutOut: boolean;
}

/** One event that is to be delivered now. */
export interface Delivery extends TriedDelivery {
  eventId: string;
  /** The number of this attempt, from 1 on. */
  attempt: number;
  /** The bytes that the feed and the stream have of it. */
  body: string;
}

export interface Attempted {
  delivery: Delivery;
  answer: EndpointAnswer;
  /** By the programme's clock: when it ended. */
  at: Date;
  outcome: DeliveryOutcome;
}

const progress = `
  SELECT progress.webhook_id AS "webhookId", webhooks.url, webhooks.status, webhooks.event_types AS "eventTypes",
         webhooks.secret_sealed AS "secretSealed", webhooks.previous_secret_sealed AS "previousSecretSealed",
         webhooks.earlier_secrets_sealed AS "earlierSecretsSealed", webhooks.previous_secret_until AS "previousSecretUntil",
         progress.last_event AS "lastEvent", progress.claim, progress.strained, progress.rests_until AS "restsUntil", progress.failing_since AS "failingSince",
         progress.delivered_at AS "deliveredAt",
         EXISTS (SELECT FROM loyalty.partners
                 WHERE partners.partner_id = progress.partner_id AND partners.is_disabled) AS "isShutOut"
  FROM loyalty.webhook_progress AS progress JOIN loyalty.webhooks ON webhooks.id = progress.webhook_id
  WHERE progress.webhook_id = $1`;

/** Undefined when another process has it, or nobody is to work it. */
export async function lockFree(tx: Tx, webhookId: string, now: Date): Promise<Progress | undefined> {
  const [row] = await tx.query<Progress[]>(
    `${progress} AND webhooks.status = 'active' AND (progress.claimed_until <= $2) IS NOT FALSE
     FOR NO KEY UPDATE OF progress SKIP LOCKED`,
    [webhookId, now],
  );
  return row?.isShutOut === true ? undefined : row;
}

/** Undefined when the claim is somebody else's by now. */
export async function lockClaimed(tx: Tx, webhookId: string, claim: string): Promise<Progress | undefined> {
  const [row] = await tx.query<Progress[]>(
    `${progress} AND progress.claim = $2 AND progress.claimed_until IS NOT NULL FOR NO KEY UPDATE OF progress`,
    [webhookId, claim],
  );
  return row;
}

/** @returns the event until which there are deliveries then */
export async function addDeliveries(
  tx: Tx,
  { id, name }: Programme,
  { webhookId, lastEvent, eventTypes }: Progress,
  { at, most }: { at: Date; most: number },
): Promise<string> {
  const [fresh] = await tx.query<{ last: string | null }[]>(
    `WITH fresh AS (
       SELECT id, type FROM loyalty.events WHERE programme_id = $1 AND id > $4::bigint ORDER BY id LIMIT $5
     ), added AS (
       INSERT INTO loyalty.deliveries
         (webhook_id, event_id, partner_id, programme_id, status, next_attempt_at, begun_at, changed_at)
       SELECT $3, id, $2, $1, 'waiting', $7, $7, $7 FROM fresh WHERE $6::text[] IS NULL OR type = ANY ($6)
       ON CONFLICT ON CONSTRAINT deliveries_pk DO NOTHING
     )
     SELECT max(id) AS last FROM fresh`,
    [id, name.partnerId, webhookId, lastEvent, most, eventTypes, at],
  );
  return fresh?.last ?? lastEvent;
}

/** What is due first is tried first, and what is due together in the order of its numbers. */
export async function dueDeliveries(
  tx: Tx,
  programme: Programme,
  webhookId: string,
  { at, most }: { at: Date; most: number },
): Promise<Delivery[]> {
  const rows = await tx.query<(EventRow & Pick<Delivery, 'failures' | 'begunAt' | 'attempt'>)[]>(
    `SELECT events.id, events.type, events.data, events.at, deliveries.failures, deliveries.begun_at AS "begunAt",
            deliveries.attempts + 1 AS attempt
     FROM loyalty.deliveries JOIN loyalty.events ON events.programme_id = $2 AND events.id = deliveries.event_id
     WHERE deliveries.webhook_id = $1 AND deliveries.next_attempt_at <= $3
     ORDER BY deliveries.next_attempt_at, deliveries.event_id LIMIT $4`,
    [webhookId, programme.id, at, most],
  );
  return rows.map(({ failures, begunAt, attempt, ...event }) => {
    const body = JSON.stringify(toldAs(event));
    return { eventId: event.id, failures, begunAt, attempt, body };
  });
}

/** One that somebody wanted delivered anew while it was tried is as they wanted it: of that attempt only the log says what it brought. */
export async function recordAttempts(
  tx: Tx,
  webhookId: string,
  attempts: readonly Attempted[],
): Promise<void> {
  await tx.query(
    `WITH made AS (
       SELECT * FROM unnest($2::bigint[], $3::integer[], $4::timestamptz[], $5::integer[], $6::smallint[], $7::text[],
                            $8::text[], $9::smallint[], $10::timestamptz[], $11::timestamptz[])
         AS attempt (event_id, number, at, took_ms, status, error, outcome, failures, next_attempt_at, begun_at)
     ), noted AS (
       INSERT INTO loyalty.delivery_attempts (webhook_id, event_id, number, partner_id, at, took_ms, status, error)
       SELECT $1, made.event_id, made.number, deliveries.partner_id, made.at, made.took_ms, made.status, made.error
       FROM made JOIN loyalty.deliveries ON deliveries.webhook_id = $1 AND deliveries.event_id = made.event_id
     )
     UPDATE loyalty.deliveries
     SET attempts = made.number, changed_at = made.at,
         status = CASE WHEN deliveries.begun_at = made.begun_at THEN made.outcome ELSE deliveries.status END,
         failures = CASE WHEN deliveries.begun_at = made.begun_at THEN made.failures ELSE deliveries.failures END,
         next_attempt_at = CASE WHEN deliveries.begun_at = made.begun_at THEN made.next_attempt_at
                                ELSE deliveries.next_attempt_at END
     FROM made WHERE deliveries.webhook_id = $1 AND deliveries.event_id = made.event_id`,
    [
      webhookId,
      attempts.map(({ delivery }) => delivery.eventId),
      attempts.map(({ delivery }) => delivery.attempt),
      attempts.map(({ at }) => at),
      attempts.map(({ answer }) => answer.tookMs),
      attempts.map(({ answer }) => answer.status),
      attempts.map(({ answer }) => answer.error),
      attempts.map(({ outcome }) => outcome.status),
      attempts.map(({ outcome }) => outcome.failures),
      attempts.map(({ outcome }) => outcome.nextAttemptAt),
      attempts.map(({ delivery }) => delivery.begunAt),
    ],
  );
}

/** @param claimedUntil null lets go of it */
export async function saveProgress(
  tx: Tx,
  progress: Progress,
  { claimedUntil, now }: { claimedUntil: Date | null; now: Date },
): Promise<void> {
  const { webhookId, lastEvent, claim, strained, restsUntil, failingSince, deliveredAt } = progress;
  await tx.query(
    `UPDATE loyalty.webhook_progress
     SET last_event = $2, claim = $3, claimed_until = $4, worked_at = $5, strained = $6, rests_until = $7,
         failing_since = $8, delivered_at = $9,
         due_at = (SELECT min(next_attempt_at) FROM loyalty.deliveries
                   WHERE deliveries.webhook_id = $1 AND next_attempt_at IS NOT NULL)
     WHERE webhook_id = $1`,
    [webhookId, lastEvent, claim, claimedUntil, now, strained, restsUntil, failingSince, deliveredAt],
  );
}

/** As if these events had just happened. @returns how many they are */
export async function replayDeliveries(
  tx: Tx,
  { id, name }: Programme,
  webhookId: string,
  range: { from: string; to: string; eventTypes: string[] | null; at: Date },
): Promise<number> {
  const [counted] = await tx.query<{ replayed: number }[]>(
    `WITH wanted AS (
       SELECT id FROM loyalty.events
       WHERE programme_id = $1 AND id BETWEEN $4::bigint AND $5::bigint AND ($6::text[] IS NULL OR type = ANY ($6))
     ), replayed AS (
       INSERT INTO loyalty.deliveries AS known
         (webhook_id, event_id, partner_id, programme_id, status, next_attempt_at, begun_at, changed_at)
       SELECT $3, id, $2, $1, 'waiting', $7, $7, $7 FROM wanted
       ON CONFLICT ON CONSTRAINT deliveries_pk DO UPDATE
       SET status = 'waiting', failures = 0, next_attempt_at = $7, begun_at = $7, changed_at = $7
       RETURNING 1
     ), due AS (
       UPDATE loyalty.webhook_progress SET due_at = least(due_at, $7) WHERE webhook_id = $3
     )
     SELECT count(*)::integer AS replayed FROM replayed`,
    [id, name.partnerId, webhookId, range.from, range.to, range.eventTypes, range.at],
  );
  return counted?.replayed ?? 0;
}
