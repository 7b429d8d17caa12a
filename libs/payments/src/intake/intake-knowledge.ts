/** Asks the database for all that deciding about a batch of messages needs. */
import type { Sealed, Tx } from '@plaza/platform';
import type { PaymentType } from '../messages/payment-message';
import { plainList } from './columns';
import { partitionsPerIncarnation, type KnownPlace, type PartitionPast } from './continuity';
import type { KnownRequest, Knowledge, PaymentContent, ReceivedMessage } from './intake-decision';

/** Also tells what is kept of the partition already. */
export interface PartitionKnowledge extends Knowledge {
  past: PartitionPast;
}

const nothing = 'NULL::timestamptz, NULL::timestamptz, NULL::bytea';

const known = `
  SELECT 'unknown-account' AS kind, NULL AS name, account_id, NULL AS type, NULL::bigint AS amount,
         NULL::bytea AS card_fingerprint, NULL::timestamptz AS produced_at, NULL::timestamptz AS received_at,
         NULL::bytea AS sealed
  FROM unnest($1::integer[]) AS named (account_id)
  WHERE NOT EXISTS (SELECT FROM payments.accounts WHERE accounts.account_id = named.account_id)
  UNION ALL
  SELECT 'payment', payment_id::text, account_id, type, amount, card_fingerprint, ${nothing}
  FROM payments.payments WHERE payment_id = ANY($2::uuid[])
  UNION ALL
  SELECT 'request', payment_id::text, NULL, NULL, NULL, NULL, ${nothing}
  FROM payments.requests WHERE payment_id = ANY($2::uuid[])`;

const knownAndKept = `
  WITH latest AS (
    SELECT coalesce(max(incarnation), 0) AS incarnation FROM payments.incarnations WHERE topic = $3 AND partition = $4
  ), here AS (
    SELECT incarnation, $4::integer + incarnation * ${partitionsPerIncarnation} AS partition FROM latest
  )
  ${known}
  UNION ALL
  SELECT 'incarnation', incarnation::text, NULL, NULL, NULL, NULL, ${nothing} FROM here
  UNION ALL
  SELECT 'last', max(message_offset)::text, NULL, NULL, NULL, NULL, ${nothing}
  FROM payments.messages WHERE topic = $3 AND partition = (SELECT partition FROM here)
  UNION ALL
  SELECT 'place', message_offset::text, NULL, NULL, NULL, NULL, produced_at, received_at,
         CASE WHEN produced_at = received_at THEN sealed END
  FROM payments.messages
  WHERE topic = $3 AND partition = (SELECT partition FROM here) AND message_offset BETWEEN $5 AND $6`;

/** What is known about the payments of messages, wherever these stand. */
export async function readKnowledge(tx: Tx, received: readonly ReceivedMessage[]): Promise<Knowledge> {
  const rows = await tx.query<KnownRow[]>(known, named(received));
  return { ...knowledgeOf(rows), requests: await lockRequests(tx, rows) };
}

/** The same for messages of one partition that come now, in one round trip. */
export async function readPartitionKnowledge(
  tx: Tx,
  received: readonly ReceivedMessage[],
): Promise<PartitionKnowledge> {
  const [head] = received;
  const offsets = received.map(({ message }) => message.offset);
  const rows = await tx.query<KnownRow[]>(knownAndKept, [
    ...named(received),
    head?.message.topic,
    head?.message.partition,
    offsets.reduce((least, offset) => (offset < least ? offset : least)),
    offsets.reduce((most, offset) => (offset > most ? offset : most)),
  ]);
  return { ...knowledgeOf(rows), past: pastOf(rows), requests: await lockRequests(tx, rows) };
}

/** The accounts and the payments that messages name. */
function named(received: readonly ReceivedMessage[]): [string, string] {
  const payments = received.flatMap(({ content }) => ('payment' in content ? [content.payment] : []));
  return [
    plainList(new Set(payments.map(({ accountId }) => accountId))),
    plainList(payments.map(({ paymentId }) => paymentId)),
  ];
}

interface KnownRow {
  kind: 'unknown-account' | 'payment' | 'request' | 'incarnation' | 'last' | 'place';
  /** Null where the partition is empty, for its last offset. */
  name: string | null;
  account_id: number;
  type: PaymentType;
  amount: string;
  card_fingerprint: Buffer | null;
  produced_at: Date;
  received_at: Date;
  sealed: Sealed | null;
}

function pastOf(rows: readonly KnownRow[]): PartitionPast {
  const named = (kind: KnownRow['kind']) => rows.find((row) => row.kind === kind)?.name ?? null;
  const last = named('last');
  const taken = new Map<string, KnownPlace>();
  for (const { kind, name, produced_at: producedAt, received_at: receivedAt, sealed } of rows) {
    if (kind === 'place' && name !== null) taken.set(name, { producedAt, receivedAt, sealed });
  }
  return {
    incarnation: Number(named('incarnation') ?? 0),
    lastOffset: last === null ? null : BigInt(last),
    taken,
  };
}

function knowledgeOf(rows: readonly KnownRow[]): Omit<Knowledge, 'requests'> {
  const unknownAccounts = new Set<number>();
  const payments = new Map<string, PaymentContent>();
  for (const row of rows) {
    if (row.kind === 'unknown-account') unknownAccounts.add(row.account_id);
    if (row.kind === 'payment' && row.name !== null) payments.set(row.name, contentOf(row));
  }
  return { unknownAccounts, payments };
}

function contentOf({
  account_id: accountId,
  type,
  amount,
  card_fingerprint: cardFingerprint,
}: KnownRow): PaymentContent {
  return { accountId, type, amount: Number(amount), cardFingerprint };
}

/** Locked, so that a request cannot end between this look and the insert of its payment. Few messages have a request. */
async function lockRequests(tx: Tx, rows: readonly KnownRow[]): Promise<Map<string, KnownRequest>> {
  const found = rows.flatMap(({ kind, name }) => (kind === 'request' && name !== null ? [name] : []));
  if (found.length === 0) return new Map();
  const requests = await tx.query<RequestRow[]>(
    `SELECT payment_id, order_id, account_id, amount, currency, ended_at IS NOT NULL AS ended
     FROM payments.requests WHERE payment_id = ANY($1::uuid[]) ORDER BY payment_id FOR SHARE`,
    [found],
  );
  return new Map(requests.map((row) => [row.payment_id, requestOf(row)]));
}

interface RequestRow {
  payment_id: string;
  order_id: string;
  account_id: number;
  amount: string;
  currency: string;
  ended: boolean;
}

function requestOf(row: RequestRow): KnownRequest {
  const { payment_id: paymentId, order_id: orderId, account_id: accountId, currency, ended } = row;
  return { paymentId, orderId, accountId, amount: Number(row.amount), currency, ended };
}
