/**
 * Writes the messages of one partition, sealed, and the payments that they bring, in one statement. The sealed bytes travel
 * as one parameter, because as an array they would be written out in hexadecimal and read back.
 */
import type { ForeignMessage } from '@plaza/messaging';
import type { Sealed, Sealing, Tx } from '@plaza/platform';
import { anyColumn, bytesColumn, plainColumn } from './columns';
import { producedAt, type Decision, type NewPaymentDecision } from './intake-decision';

const insertMessagesAndPayments = `
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
  FROM message WHERE account_id IS NOT NULL`;

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
  const ofPayment = <Value>(valueOf: (decision: NewPaymentDecision) => Value) =>
    decisions.map((decision) => ('payment' in decision ? valueOf(decision) : null));
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
    plainColumn(ofPayment(({ payment }) => payment.accountId)),
    plainColumn(ofPayment(({ payment }) => payment.amount)),
    anyColumn(ofPayment(({ request }) => request?.currency ?? null)),
    plainColumn(ofPayment(({ request }) => request?.orderId ?? null)),
    anyColumn(ofPayment(({ payment }) => lastFour(payment.card))),
    bytesColumn(ofPayment(({ payment }) => payment.cardFingerprint)),
    // Kept only where the gateway is still to be asked.
    bytesColumn(
      ofPayment(({ payment: { type, card } }) =>
        type === 'online' && card ? sealing.seal(Buffer.from(card)) : null,
      ),
    ),
  ]);
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
