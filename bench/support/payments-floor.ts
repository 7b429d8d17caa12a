/**
 * The tables and the statement of the floor of `payments-offline`: the rows that Plaza writes for an offline payment, in tables of
 * the same shape. Raw bytes stand where Plaza seals, and zeros where it computes a fingerprint.
 */
import { withClient } from '@plaza/engines';
import { accountsMax } from './payments-data';

export async function createPaymentsFloor(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(tables);
    await client.query(
      `INSERT INTO payments.accounts (account_id, name, email, birthdate, created_at)
       SELECT number, 'Account ' || number, 'account-' || number || '@example.com', date '1980-01-01', now()
       FROM generate_series(1, $1::int) AS number`,
      [accountsMax],
    );
    await client.query('ANALYZE payments.accounts');
  });
}

const tables = `
  CREATE SCHEMA payments;
  CREATE TABLE payments.accounts (
    account_id integer PRIMARY KEY,
    customer_id uuid UNIQUE,
    name text,
    email text,
    birthdate date,
    last_payment_date timestamptz,
    created_at timestamptz NOT NULL
  ) WITH (fillfactor = 50);
  CREATE TABLE payments.messages (
    topic text NOT NULL,
    partition integer NOT NULL,
    message_offset bigint NOT NULL,
    received_at timestamptz NOT NULL,
    produced_at timestamptz NOT NULL,
    payment_id uuid,
    outcome text NOT NULL,
    raw bytea NOT NULL,
    PRIMARY KEY (topic, partition, message_offset)
  );
  CREATE INDEX ON payments.messages (outcome, topic, partition, message_offset) WHERE outcome <> 'stored';
  CREATE TABLE payments.payments (
    payment_id uuid PRIMARY KEY,
    account_id integer NOT NULL,
    type text NOT NULL,
    amount bigint NOT NULL,
    card_last4 text,
    card_fingerprint bytea,
    status text NOT NULL,
    topic text NOT NULL,
    partition integer NOT NULL,
    message_offset bigint NOT NULL,
    created_at timestamptz NOT NULL,
    captured_at timestamptz,
    settled_at timestamptz
  );
  CREATE INDEX ON payments.payments (created_at, payment_id);
  CREATE INDEX ON payments.payments (status, created_at, payment_id) WHERE status <> 'stored';
  CREATE TABLE payments.outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text NOT NULL,
    key text NOT NULL,
    envelope json NOT NULL
  );
`;

/** Takes a batch as arrays, one place per message. */
export const storeBatchSql = `
  WITH arrived AS (
    SELECT *
    FROM unnest($1::bigint[], $2::timestamptz[], $3::bytea[], $4::uuid[], $5::int[], $6::bigint[], $7::text[], $8::json[])
      AS message (message_offset, produced_at, raw, payment_id, account_id, amount, card_last4, envelope)
  ), logged AS (
    INSERT INTO payments.messages
      (topic, partition, message_offset, received_at, produced_at, payment_id, outcome, raw)
    SELECT $9, $10, message_offset, $11, produced_at, payment_id, 'stored', raw FROM arrived
    ON CONFLICT DO NOTHING
  ), stored AS (
    INSERT INTO payments.payments
      (payment_id, account_id, type, amount, card_last4, card_fingerprint, status, topic,
       partition, message_offset, created_at, captured_at, settled_at)
    SELECT payment_id, account_id, 'offline', amount, card_last4, $12, 'stored', $9, $10, message_offset,
           $11, produced_at, $11
    FROM arrived
    ON CONFLICT DO NOTHING
  ), moved AS (
    UPDATE payments.accounts AS account
    SET last_payment_date = GREATEST(account.last_payment_date, latest.produced_at)
    FROM (SELECT account_id, max(produced_at) AS produced_at FROM arrived GROUP BY account_id) AS latest
    WHERE account.account_id = latest.account_id
  )
  INSERT INTO payments.outbox (topic, key, envelope)
  SELECT 'payments.events', payment_id::text, envelope FROM arrived
`;
