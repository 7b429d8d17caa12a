/**
 * Writes the messages of one partition, sealed, and the payments that they bring, in one statement; or what messages that are
 * kept already have become. The sealed bytes travel
 * as one parameter, because as an array they would be written out in hexadecimal and read back.
 */
import type { ForeignMessage } from '@plaza/messaging';
import { prepared, type Sealed, type Sealing, type Tx } from '@plaza/platform';
import type { Outcome } from '../messages/outcome';
import { anyColumn, bytesColumn, plainColumn } from './columns';
import { producedAt, type Decision, type NewPaymentDecision } from './intake-decision';

/** Payments in the order of their ids: of two batches that bring the same ones, the later waits and none blocks the other. */
const insertMessagesAndPayments = prepared(`
  WITH message AS (
    SELECT message_offset, to_timestamp(produced_ms / 1000.0) AS produced_at, payment_id, outcome, reason_code, reason,
           sealed_from, sealed_bytes, account_id, amount, currency, order_id, card_last4, card_fingerprint, card_sealed
    FROM unnest($5::bigint[], $6::float8[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::integer[],
                $12::integer[], $13::integer[], $14::bigint[], $15::text[], $16::uuid[], $17::text[], $18::bytea[],
                $19::bytea[])
      AS given (message_offset, produced_ms, payment_id, outcome, reason_code, reason, sealed_from, sealed_bytes,
                account_id, amount, currency, order_id, card_last4, card_fingerprint, card_sealed)
  ), logged AS (
    INSERT INTO payments.messages
      (topic, partition, message_offset, received_at, produced_at, payment_id, outcome, reason_code, reason, sealed)
    SELECT $1, $2, message_offset, $3, produced_at, payment_id, outcome, reason_code, reason,
           substring($4::bytea FROM sealed_from FOR sealed_bytes)
    FROM message
  )
  INSERT INTO payments.payments
    (payment_id, account_id, type, amount, currency, order_id, card_last4, card_fingerprint, card_sealed, status,
     topic, partition, message_offset, created_at, captured_at, settled_at, next_attempt_at)
  SELECT payment_id, account_id, $1, amount, currency, order_id, card_last4, card_fingerprint, card_sealed, outcome,
         $1, $2, message_offset, $3, CASE WHEN outcome = 'stored' THEN produced_at END,
         CASE WHEN outcome = 'stored' THEN $3 END, CASE WHEN outcome = 'open' THEN $3 END
  FROM message WHERE account_id IS NOT NULL
  ORDER BY payment_id`);

export type SealedMessages = ReadonlyMap<ForeignMessage, Sealed>;

/** Shorter card numbers would be shown whole, or nearly, by their last four digits. */
const cardLengthMin = 8;

export async function insertIntake(
  tx: Tx,
  sealing: Sealing,
  decisions: readonly Decision[],
  sealedMessages: SealedMessages,
  receivedAt: Date,
): Promise<void> {
  const [head] = decisions;
  if (!head) return;
  const sealed = decisions.map(({ message }) => sealedOf(message, sealedMessages));
  await tx.query(insertMessagesAndPayments, [
    head.message.topic,
    head.message.partition,
    receivedAt,
    Buffer.concat(sealed),
    plainColumn(decisions.map(({ message }) => message.offset)),
    plainColumn(decisions.map(({ message }) => producedAt(message, receivedAt).getTime())),
    plainColumn(decisions.map(({ paymentId }) => paymentId)),
    plainColumn(decisions.map(({ outcome }) => outcome)),
    anyColumn(decisions.map(({ reason }) => reason?.code ?? null)),
    anyColumn(decisions.map(({ reason }) => reason?.text ?? null)),
    plainColumn(startsOf(sealed)),
    plainColumn(sealed.map(({ length }) => length)),
    ...paymentColumns(sealing, decisions),
  ]);
}

/** What kept messages have become, and the payments that they bring now. Their places, times and bytes stay. */
const rewriteMessagesAndInsertPayments = `
  WITH decided AS (
    SELECT * FROM unnest($2::text[], $3::integer[], $4::bigint[], $5::timestamptz[], $6::uuid[], $7::text[], $8::text[],
                         $9::text[], $10::integer[], $11::bigint[], $12::text[], $13::uuid[], $14::text[], $15::bytea[],
                         $16::bytea[])
      AS given (topic, partition, message_offset, received_at, payment_id, outcome, reason_code, reason, account_id,
                amount, currency, order_id, card_last4, card_fingerprint, card_sealed)
  ), rewritten AS (
    UPDATE payments.messages
    SET payment_id = decided.payment_id, outcome = decided.outcome, reason_code = decided.reason_code,
        reason = decided.reason
    FROM decided
    WHERE messages.topic = decided.topic AND messages.partition = decided.partition
      AND messages.message_offset = decided.message_offset
    RETURNING messages.topic, messages.partition, messages.message_offset, messages.produced_at
  )
  INSERT INTO payments.payments
    (payment_id, account_id, type, amount, currency, order_id, card_last4, card_fingerprint, card_sealed, status,
     topic, partition, message_offset, created_at, captured_at, settled_at, next_attempt_at)
  SELECT payment_id, account_id, topic, amount, currency, order_id, card_last4, card_fingerprint, card_sealed, outcome,
         topic, partition, message_offset, received_at, CASE WHEN outcome = 'stored' THEN produced_at END,
         CASE WHEN outcome = 'stored' THEN $1::timestamptz END, CASE WHEN outcome = 'open' THEN $1::timestamptz END
  FROM decided JOIN rewritten USING (topic, partition, message_offset)
  WHERE account_id IS NOT NULL`;

/** A message that is in the log, decided about anew. */
export interface KeptDecision {
  decision: Decision;
  /** What it was until now. */
  before: Outcome;
  receivedAt: Date;
}

export async function rewriteIntake(
  tx: Tx,
  sealing: Sealing,
  kept: readonly KeptDecision[],
  at: Date,
): Promise<void> {
  if (kept.length === 0) return;
  const decisions = kept.map(({ decision }) => decision);
  await tx.query(rewriteMessagesAndInsertPayments, [
    at,
    anyColumn(decisions.map(({ message }) => message.topic)),
    plainColumn(decisions.map(({ message }) => message.partition)),
    plainColumn(decisions.map(({ message }) => message.offset)),
    kept.map(({ receivedAt }) => receivedAt),
    plainColumn(decisions.map(({ paymentId }) => paymentId)),
    plainColumn(decisions.map(({ outcome }) => outcome)),
    anyColumn(decisions.map(({ reason }) => reason?.code ?? null)),
    anyColumn(decisions.map(({ reason }) => reason?.text ?? null)),
    ...paymentColumns(sealing, decisions),
  ]);
}

/** Account, amount, currency, order, last digits, fingerprint and sealed card; null for messages that bring no payment. */
function paymentColumns(sealing: Sealing, decisions: readonly Decision[]): unknown[] {
  const ofPayment = <Value>(valueOf: (decision: NewPaymentDecision) => Value) =>
    decisions.map((decision) => ('payment' in decision ? valueOf(decision) : null));
  return [
    plainColumn(ofPayment(({ payment }) => payment.accountId)),
    plainColumn(ofPayment(({ payment }) => payment.amount)),
    anyColumn(ofPayment(({ request, payment }) => request?.currency ?? payment.currency)),
    plainColumn(ofPayment(({ request }) => request?.orderId ?? null)),
    anyColumn(ofPayment(({ payment }) => lastFour(payment.card))),
    bytesColumn(ofPayment(({ payment }) => payment.cardFingerprints?.[0] ?? null)),
    // Kept only where the gateway is still to be asked.
    bytesColumn(
      ofPayment(({ payment: { type, card } }) =>
        type === 'online' && card ? sealing.seal(Buffer.from(card)) : null,
      ),
    ),
  ];
}

function sealedOf(message: ForeignMessage, all: SealedMessages): Sealed {
  const sealed = all.get(message);
  if (!sealed) throw new Error('A message was decided about and not sealed');
  return sealed;
}

/** Where each piece begins when they lie one behind the other, counted from 1 as SQL does. */
function startsOf(pieces: readonly Buffer[]): number[] {
  let next = 1;
  return pieces.map(({ length }) => {
    const start = next;
    next += length;
    return start;
  });
}

function lastFour(card: string | null): string | null {
  return card !== null && card.length >= cardLengthMin ? card.slice(-4) : null;
}
