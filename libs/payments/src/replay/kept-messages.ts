/**
 * Finds messages of the log that are to be replayed, and takes them for one replay alone. Payments are locked before messages, in
 * the order in which all who settle payments do; so a replay waits for them, and they for it.
 */
import {
  Conditions,
  cursorOf,
  instantPattern,
  partsOfCursor,
  Sealing,
  type Sealed,
  type Tx,
} from '@plaza/platform';
import { readMessage } from '../intake/read-message';
import type { ReceivedMessage } from '../intake/intake-decision';
import { unframeMessage } from '../messages/message-framing';
import type { Outcome } from '../messages/outcome';
import type { Place } from '../messages/place';

export const replayableOutcomes = ['rejected', 'parked', 'conflicting', 'open'] as const;
export type ReplayableOutcome = (typeof replayableOutcomes)[number];

/** Which messages; all that is given has to hold. */
export interface ReplayFilter {
  place?: Place;
  paymentId?: string;
  outcome?: ReplayableOutcome;
  topic?: string;
  /** Received at this instant or later. */
  from?: Date;
  /** Received before this instant. */
  to?: Date;
  /** Those behind the ones of an earlier answer. */
  after?: string;
}

export interface FoundMessage extends Place {
  outcome: Outcome;
  paymentId: string | null;
  receivedAt: Date;
  bytes: number;
}

/** A message as it was kept, with its content read again where that is decided about. */
export interface KeptMessage extends Place {
  outcome: Outcome;
  reason: string | null;
  reasonCode: string | null;
  paymentId: string | null;
  receivedAt: Date;
  /** Null where the content does not matter, or cannot be opened. */
  received: ReceivedMessage | null;
}

/** Their order is that in which they came, which never changes. */
const inOrder = 'received_at, topic, partition, message_offset';

const placePatterns = [instantPattern, /^[\w.-]+$/, /^\d{1,9}$/, /^\d{1,16}$/];

/**
 * At most `most`, in the order in which they came.
 * @throws InvalidInput when `after` is no cursor
 */
export function findMessages(tx: Tx, filter: ReplayFilter, most: number): Promise<FoundMessage[]> {
  const { place, paymentId, outcome, topic, from, to, after } = filter;
  const [at, afterTopic, partition, offset] = after === undefined ? [] : partsOfCursor(after, placePatterns);
  const conditions = new Conditions(most)
    .add('(topic, partition, message_offset) = (?, ?, ?)', place?.topic, place?.partition, place?.offset)
    .add(`(topic, partition, message_offset) IN (${placesOfPayment})`, paymentId, paymentId)
    .add('outcome = ?', outcome)
    .add('topic = ?', topic)
    .add('received_at >= ?', from)
    .add('received_at < ?', to)
    .add(`(${inOrder}) > (?::timestamptz, ?, ?::integer, ?::bigint)`, at, afterTopic, partition, offset);
  return tx.query<FoundMessage[]>(
    `SELECT topic, partition, message_offset::float8 AS "offset", outcome, payment_id AS "paymentId",
            received_at AS "receivedAt", octet_length(sealed) AS bytes
     FROM payments.messages ${conditions.where} ORDER BY ${inOrder} LIMIT $1`,
    conditions.parameters,
  );
}

/** The message that brought the payment, and those that have none of their own. */
const placesOfPayment = `
  SELECT topic, partition, message_offset FROM payments.payments WHERE payment_id = ?::uuid
  UNION ALL
  SELECT topic, partition, message_offset FROM payments.messages
  WHERE payment_id = ?::uuid AND outcome IN ('rejected', 'conflicting', 'duplicate')`;

export function cursorBehind({ receivedAt, topic, partition, offset }: FoundMessage): string {
  return cursorOf(receivedAt.toISOString(), topic, partition, offset);
}

/** Waits until nobody else works on them, and keeps it so until the transaction ends. */
export async function lockMessages(tx: Tx, found: readonly FoundMessage[]): Promise<void> {
  const withPayment = found.filter(({ outcome }) => outcome === 'open' || outcome === 'parked');
  await tx.query(
    'SELECT FROM payments.payments WHERE payment_id = ANY($1::uuid[]) ORDER BY payment_id FOR UPDATE',
    [withPayment.map(({ paymentId }) => paymentId)],
  );
  await tx.query(
    `SELECT FROM payments.messages ${amongPlaces} ORDER BY ${inOrder} FOR UPDATE`,
    columnsOf(found),
  );
}

/** What they are now, which may be more than what they were when they were found. */
export async function loadMessages(
  tx: Tx,
  sealing: Sealing,
  found: readonly Place[],
): Promise<KeptMessage[]> {
  const rows = await tx.query<Row[]>(
    `SELECT topic, partition, message_offset::float8 AS "offset", outcome, reason_code AS "reasonCode", reason,
            payment_id AS "paymentId", received_at AS "receivedAt", produced_at AS "producedAt",
            CASE WHEN outcome IN ('rejected', 'conflicting') THEN sealed END AS sealed
     FROM payments.messages ${amongPlaces} ORDER BY ${inOrder}`,
    columnsOf(found),
  );
  return rows.map(({ sealed, producedAt, ...kept }) => ({
    ...kept,
    received: sealed && readAgain(sealing, kept, producedAt, sealed),
  }));
}

/** Of payments that wait for their account, those that have one by now. */
export async function awaitedAccountsOf(tx: Tx, paymentIds: readonly string[]): Promise<Set<string>> {
  if (paymentIds.length === 0) return new Set();
  const rows = await tx.query<{ payment_id: string }[]>(
    `SELECT payment_id FROM payments.payments JOIN payments.accounts USING (account_id)
     WHERE payment_id = ANY($1::uuid[]) AND status = 'parked'`,
    [paymentIds],
  );
  return new Set(rows.map(({ payment_id: paymentId }) => paymentId));
}

interface Row extends Omit<KeptMessage, 'received'> {
  producedAt: Date;
  sealed: Sealed | null;
}

const amongPlaces = `
  JOIN unnest($1::text[], $2::integer[], $3::bigint[]) AS place (topic, partition, message_offset)
    USING (topic, partition, message_offset)`;

function columnsOf(places: readonly Place[]): unknown[] {
  return [
    places.map(({ topic }) => topic),
    places.map(({ partition }) => partition),
    places.map(({ offset }) => offset),
  ];
}

/** Null when the key that sealed it is not configured here: then nobody can say anything new about it. */
function readAgain(
  sealing: Sealing,
  { topic, partition, offset }: Place,
  timestamp: Date,
  sealed: Sealed,
): ReceivedMessage | null {
  const framed = sealing.openIfPossible(sealed);
  if (!framed) return null;
  const { key, value } = unframeMessage(framed);
  return readMessage(sealing, {
    topic,
    partition,
    offset: BigInt(offset),
    key,
    value,
    headers: {},
    timestamp,
  });
}
