/**
 * A programme of any size: members who have accrued points again and again, and what their partner was told of it. Written straight
 * into Plaza's tables as the ledger would have left them, so that its books balance.
 */
import { withClient, type PostgresServer } from '@plaza/engines';
import { withoutIndexes } from './without-indexes';

export interface LedgerSize {
  members: number;
  entriesOfMember: number;
  events: number;
}

/** Of every entry. */
const points = 5;
const filled = ['loyalty.members', 'loyalty.accounts', 'loyalty.entries', 'loyalty.events'];

/** By what a member is known to the partner; numbered from 1. */
export const guest = (number: number) => `guest-${String(number)}`;

const guestsSql = `
  CREATE TEMP TABLE guests AS
  SELECT uuidv7() AS id, n, stripe.id AS issued_by
  FROM generate_series(1, $2::integer) AS n
  JOIN loyalty.accounts AS stripe ON stripe.programme_id = $1 AND stripe.kind = 'issued' AND stripe.stripe = n % 16`;

const membersSql = `
  INSERT INTO loyalty.members (id, partner_id, programme_id, external_id, name, balance, joined_at)
  SELECT id, $1, $2, 'guest-' || n, 'Guest ' || n, $3::bigint, now() - interval '400 days' + n * interval '10 milliseconds'
  FROM guests ORDER BY n`;

const accountsSql = `
  INSERT INTO loyalty.accounts (id, partner_id, programme_id, kind, member_id, balance)
  SELECT id, $1, $2, 'available', id, $3::bigint FROM guests ORDER BY n`;

/** One of every member, as if all had come by on the same day. */
const entriesSql = `
  INSERT INTO loyalty.entries
    (act_id, leg, partner_id, programme_id, member_id, category, from_account_id, to_account_id, points, at, act_points,
     balance_after, description, occurred_at, source_id)
  SELECT uuidv7(), 1, $1, $2, id, 'accrual', issued_by, id, $3::bigint, day + n * interval '10 milliseconds', $3::bigint,
         $3::bigint * $4::integer, 'Coffee', day, uuidv7()::text
  FROM guests CROSS JOIN (SELECT now() - interval '300 days' + $4::integer * interval '1 day' AS day) AS visit
  ORDER BY n`;

const issuedSql = `
  UPDATE loyalty.accounts SET balance = balance - given.points
  FROM (SELECT issued_by, count(*) * $1::bigint AS points FROM guests GROUP BY issued_by) AS given
  WHERE accounts.id = given.issued_by`;

const eventsSql = `
  INSERT INTO loyalty.events (programme_id, partner_id, id, type, data, at)
  SELECT $2, $1, number, 'member.balance_above',
         json_build_object('externalId', 'guest-' || number, 'balance', 1001, 'held', 0, 'threshold', 1000),
         now() - interval '1 day' + number * interval '1 millisecond'
  FROM generate_series(1, $3::bigint) AS number`;

const followedSql = `
  UPDATE loyalty.followed SET total = $2::bigint, events = $3::bigint WHERE programme_id = $1`;

/** @param partnerId of the partner whose live programme is open and has no members */
export async function fillLargeLedger(
  server: PostgresServer,
  database: string,
  partnerId: string,
  { members, entriesOfMember, events }: LedgerSize,
): Promise<void> {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  await withClient(url.toString(), async (client) => {
    await client.query('SET session_replication_role = replica');
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM loyalty.programmes WHERE partner_id = $1 AND mode = 'live'`,
      [partnerId],
    );
    const programmeId = rows[0]?.id;
    if (programmeId === undefined) throw new Error('The partner has opened no programme');
    const of = [partnerId, programmeId];
    const balance = points * entriesOfMember;
    await withoutIndexes(client, filled, async () => {
      await client.query(guestsSql, [programmeId, members]);
      await client.query(membersSql, [...of, balance]);
      await client.query(accountsSql, [...of, balance]);
      for (let visit = 1; visit <= entriesOfMember; visit += 1) {
        await client.query(entriesSql, [...of, points, visit]);
      }
      await client.query(issuedSql, [balance]);
      await client.query(eventsSql, [...of, events]);
      await client.query(followedSql, [programmeId, balance * members, events]);
    });
    await client.query(`VACUUM ANALYZE ${filled.join(', ')}`);
  });
}
