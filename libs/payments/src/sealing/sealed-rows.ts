/**
 * What payments keep sealed, a bounded stretch of the log at a time: the messages, the card numbers that the gateway is still to be
 * told, and the fingerprints of cards, which belong to the same key.
 */
import type { Database, Sealed, Tx } from '@plaza/platform';
import type { Place } from '../messages/place';

/** A message that another key than the newest has sealed. */
export interface OldMessage extends Place {
  paymentId: string | null;
  sealed: Sealed;
}

export interface Stretch {
  old: OldMessage[];
  /** How many messages it holds, those of the newest key included. */
  examined: number;
  /** The last one; null when there are no more. */
  last: Place | null;
}

/** Behind a place of the log, as many as both limits allow and one at least. */
export async function readStretch(
  database: Database,
  after: Place | null,
  keyId: Buffer,
  { messagesMax, bytesMax }: { messagesMax: number; bytesMax: number },
): Promise<Stretch> {
  const rows = await database.read<Place & { paymentId: string | null; sealed: Sealed | null }>(
    `SELECT topic, partition, message_offset::float8 AS "offset", payment_id AS "paymentId",
            CASE WHEN substring(sealed FROM 2 FOR octet_length($4::bytea)) <> $4 THEN sealed END AS sealed
     FROM (
       SELECT *, sum(octet_length(sealed)) OVER (ORDER BY topic, partition, message_offset) - octet_length(sealed) AS before
       FROM (SELECT topic, partition, message_offset, payment_id, sealed FROM payments.messages
             WHERE (topic, partition, message_offset) > ($1, $2::integer, $3::bigint)
             ORDER BY topic, partition, message_offset LIMIT $5) AS next
     ) AS measured
     WHERE before < $6 ORDER BY topic, partition, message_offset`,
    [after?.topic ?? '', after?.partition ?? -1, after?.offset ?? -1, keyId, messagesMax, bytesMax],
  );
  const old = rows.flatMap(({ sealed, ...row }) => (sealed ? [{ ...row, sealed }] : []));
  return { old, examined: rows.length, last: rows.at(-1) ?? null };
}

export interface PaymentSecrets {
  paymentId: string;
  cardSealed: Sealed | null;
  cardFingerprint: Buffer | null;
}

/** The payments that these messages have brought; nobody settles them until the transaction ends. */
export function lockPayments(tx: Tx, messages: readonly OldMessage[]): Promise<(PaymentSecrets & Place)[]> {
  return tx.query<(PaymentSecrets & Place)[]>(
    `SELECT payment_id AS "paymentId", card_sealed AS "cardSealed", card_fingerprint AS "cardFingerprint", topic, partition,
            message_offset::float8 AS "offset"
     FROM payments.payments WHERE payment_id = ANY($1::uuid[]) ORDER BY payment_id FOR UPDATE`,
    [messages.flatMap(({ paymentId }) => (paymentId === null ? [] : [paymentId]))],
  );
}

export async function writeMessages(tx: Tx, messages: readonly OldMessage[]): Promise<void> {
  await tx.query(
    `UPDATE payments.messages SET sealed = anew.sealed
     FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::bytea[]) AS anew (topic, partition, message_offset, sealed)
     WHERE messages.topic = anew.topic AND messages.partition = anew.partition
       AND messages.message_offset = anew.message_offset`,
    [
      messages.map(({ topic }) => topic),
      messages.map(({ partition }) => partition),
      messages.map(({ offset }) => offset),
      messages.map(({ sealed }) => sealed),
    ],
  );
}

/** A customer's request has the fingerprint of its payment, unless its message came with another card. */
export async function writePayments(
  tx: Tx,
  payments: readonly (PaymentSecrets & { before: Buffer | null })[],
): Promise<void> {
  const columns = [
    payments.map(({ paymentId }) => paymentId),
    payments.map(({ cardSealed }) => cardSealed),
    payments.map(({ cardFingerprint }) => cardFingerprint),
    payments.map(({ before }) => before),
  ];
  await tx.query(
    `WITH anew AS (
       SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[])
         AS given (payment_id, card_sealed, card_fingerprint, before)
     ), asked AS (
       UPDATE payments.requests SET card_fingerprint = anew.card_fingerprint FROM anew
       WHERE requests.payment_id = anew.payment_id AND requests.card_fingerprint = anew.before
     )
     UPDATE payments.payments SET card_sealed = anew.card_sealed, card_fingerprint = anew.card_fingerprint
     FROM anew WHERE payments.payment_id = anew.payment_id`,
    columns,
  );
}
