/**
 * The tables and the statements of the floor of `accrue`: what Plaza writes for one accrual, in tables of the same shape and with the
 * same indexes, by statements that take one accrual at a time.
 */
import { createDatabase, withClient, type PostgresServer } from '@plaza/engines';

export const stripesMax = 16;
const programme = `'019a9f3c-5c00-7000-8000-000000000001'`;
const partner = `'019a9f3c-5c00-7000-8000-000000000002'`;

export interface FloorPoints {
  databaseUrl: string;
  memberIds: string[];
  stripeIds: string[];
}

/** A new database with the floor's tables and so many members. */
export async function createPointsFloor(server: PostgresServer, members: number): Promise<FloorPoints> {
  const databaseUrl = await createDatabase(server.url, 'floor');
  return withClient(databaseUrl, async (client) => {
    await client.query(tables);
    await client.query(
      `INSERT INTO members (id, partner_id, programme_id, external_id)
       SELECT gen_random_uuid(), ${partner}, ${programme}, 'member-' || n FROM generate_series(1, $1::int) AS n`,
      [members],
    );
    await client.query(
      `INSERT INTO accounts (id, partner_id, programme_id, kind, member_id, balance)
       SELECT id, partner_id, programme_id, 'available', id, 0 FROM members`,
    );
    const stripes = await client.query<{ id: string }>(
      `INSERT INTO accounts (id, partner_id, programme_id, kind, stripe, balance)
       SELECT gen_random_uuid(), ${partner}, ${programme}, 'issued', n, 0 FROM generate_series(1, $1::int) AS n RETURNING id`,
      [stripesMax],
    );
    await client.query('ANALYZE members, accounts');
    const ids = await client.query<{ id: string }>('SELECT id FROM members ORDER BY id');
    return {
      databaseUrl,
      memberIds: ids.rows.map(({ id }) => id),
      stripeIds: stripes.rows.map(({ id }) => id),
    };
  });
}

const tables = `
  CREATE TABLE members (
    id uuid PRIMARY KEY,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    external_id text NOT NULL,
    balance bigint NOT NULL DEFAULT 0 CHECK (balance >= 0),
    pending bigint NOT NULL DEFAULT 0 CHECK (pending >= 0),
    held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
    UNIQUE (programme_id, external_id)
  ) WITH (fillfactor = 70);
  CREATE TABLE accounts (
    id uuid PRIMARY KEY,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    kind text NOT NULL,
    member_id uuid,
    stripe smallint,
    balance bigint NOT NULL CHECK (member_id IS NULL OR balance >= 0),
    due_at timestamptz
  ) WITH (fillfactor = 70);
  CREATE UNIQUE INDEX ON accounts (programme_id, stripe, kind) WHERE stripe IS NOT NULL;
  CREATE INDEX ON accounts (programme_id, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX ON accounts (member_id, due_at) WHERE due_at IS NOT NULL;
  CREATE TABLE entries (
    position bigint GENERATED ALWAYS AS IDENTITY,
    act_id uuid NOT NULL,
    leg smallint NOT NULL,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    member_id uuid NOT NULL,
    category text NOT NULL,
    from_account_id uuid NOT NULL,
    to_account_id uuid NOT NULL,
    points bigint NOT NULL CHECK (points > 0),
    at timestamptz NOT NULL,
    act_points bigint,
    balance_after bigint,
    description text,
    occurred_at timestamptz,
    source_id text,
    PRIMARY KEY (act_id, leg)
  );
  CREATE INDEX ON entries (member_id, at, position);
  CREATE UNIQUE INDEX ON entries (programme_id, source_id) WHERE source_id IS NOT NULL;
  CREATE TABLE news (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    items jsonb NOT NULL
  );
  CREATE INDEX ON news (programme_id, id);
  CREATE TABLE outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text NOT NULL,
    key text NOT NULL,
    envelope json NOT NULL
  );
`;

/** In the order in which they are sent, between BEGIN and COMMIT. */
export const pointsStatements = {
  member: `UPDATE members SET balance = balance + $2 WHERE id = $1 RETURNING balance`,
  account: `UPDATE accounts SET balance = balance + $2 WHERE id = $1`,
  stripe: `UPDATE accounts SET balance = balance - $2 WHERE id = $1`,
  entry: `INSERT INTO entries (act_id, leg, partner_id, programme_id, member_id, category, from_account_id, to_account_id,
            points, at, act_points, balance_after, description, occurred_at, source_id)
          VALUES ($1, 1, ${partner}, ${programme}, $2, 'accrual', $3, $2, $4::bigint, now(), $4::bigint, $5, 'Coffee', now(), $6)`,
  news: `INSERT INTO news (partner_id, programme_id, items) VALUES (${partner}, ${programme}, $1)`,
  event: `INSERT INTO outbox (topic, key, envelope) VALUES ('loyalty.events', $1, $2)`,
};

/** The event as Plaza announces an accrual. */
export function pointsAccrued(entryId: string, memberId: string, points: number): string {
  return JSON.stringify({
    id: entryId,
    type: 'points-accrued',
    occurredAt: new Date().toISOString(),
    correlationId: entryId,
    actor: { kind: 'partner', id: memberId },
    data: {
      ...{
        partnerId: memberId,
        mode: 'live',
        memberId,
        knownAs: 'member-1',
        entryId,
        points,
        balance: points,
      },
      ...{ availableFrom: null, expiresAt: null },
    },
  });
}
