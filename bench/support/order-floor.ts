/**
 * The tables and the statements of the floors of `place-order`: what Plaza writes for an order of two lines, in tables of the same
 * shape and with the same indexes, by statements that take one order at a time.
 */
import { createDatabase, withClient, type PostgresServer } from '@plaza/engines';
import { productsMax, stockOfEach } from './catalog-data';

const branch = `'019a9f3c-5c00-7000-8000-000000000001'`;
const customer = `'019a9f3c-5c00-7000-8000-000000000002'`;

/** Returns the URL of a new database with the floor's tables. */
export async function createOrderFloor(server: PostgresServer): Promise<string> {
  const url = await createDatabase(server.url, 'floor');
  await withClient(url, async (client) => {
    await client.query(stockTables);
    await client.query(orderTables);
    await client.query(
      `INSERT INTO stock (product_id, branch_id, on_hand, held)
       SELECT ${productId('number')}, ${branch}, $1::int, 0 FROM generate_series(1, $2::int) AS number`,
      [stockOfEach, productsMax],
    );
    await client.query('ANALYZE stock');
  });
  return url;
}

/** Ids that pgbench, which has numbers only, can name too. */
function productId(number: string): string {
  return `lpad(to_hex(${number}::int), 32, '0')::uuid`;
}

export async function floorProductIds(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'SELECT product_id AS id FROM stock ORDER BY product_id',
    );
    return rows.map(({ id }) => id);
  });
}

const stockTables = `
  CREATE TABLE stock (
    product_id uuid NOT NULL,
    branch_id uuid NOT NULL,
    on_hand integer NOT NULL,
    held integer NOT NULL,
    available integer GENERATED ALWAYS AS (on_hand - held) STORED CHECK (available >= 0),
    PRIMARY KEY (product_id, branch_id)
  ) WITH (fillfactor = 50);
  CREATE INDEX ON stock (branch_id);
  CREATE TABLE holds (
    owner_id uuid NOT NULL,
    branch_id uuid NOT NULL,
    product_id uuid NOT NULL,
    quantity integer NOT NULL CHECK (quantity > 0),
    status text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (owner_id, branch_id, product_id)
  );
  CREATE INDEX ON holds (branch_id, product_id, expires_at) WHERE status = 'live';
  CREATE INDEX ON holds (expires_at) WHERE status = 'live';
`;

const orderTables = `
  CREATE TABLE orders (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    customer_id uuid,
    branch_id uuid NOT NULL,
    status text NOT NULL,
    total bigint NOT NULL,
    currency text NOT NULL,
    version smallint NOT NULL,
    created_at timestamptz NOT NULL,
    pay_before timestamptz
  );
  CREATE INDEX ON orders (customer_id, number);
  CREATE INDEX ON orders (status, number);
  CREATE INDEX ON orders (pay_before) WHERE status = 'awaiting-payment';
  CREATE TABLE order_lines (
    order_id uuid NOT NULL REFERENCES orders,
    line_no smallint NOT NULL,
    product_id uuid NOT NULL,
    name text NOT NULL,
    quantity integer NOT NULL,
    unit_price bigint NOT NULL,
    line_total bigint NOT NULL,
    PRIMARY KEY (order_id, line_no)
  );
  CREATE TABLE order_history (
    order_id uuid NOT NULL REFERENCES orders,
    version smallint NOT NULL,
    from_status text,
    to_status text NOT NULL,
    at timestamptz NOT NULL,
    actor_kind text,
    actor_id text,
    reason text,
    PRIMARY KEY (order_id, version)
  );
  CREATE TABLE outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text NOT NULL,
    key text NOT NULL,
    envelope json NOT NULL
  );
`;

const holdStock = (product: string) =>
  `UPDATE stock SET held = held + 1 WHERE product_id = ${product} AND branch_id = ${branch} AND available >= 1`;
const addHolds = (order: string, ...products: string[]) =>
  `INSERT INTO holds (owner_id, branch_id, product_id, quantity, status, expires_at)
   VALUES ${products
     .map((product) => `(${order}, ${branch}, ${product}, 1, 'live', now() + interval '30 minutes')`)
     .join(', ')}`;
const addOrder = (order: string) =>
  `INSERT INTO orders (id, customer_id, branch_id, status, total, currency, version, created_at, pay_before)
   VALUES (${order}, ${customer}, ${branch}, 'awaiting-payment', 2000, 'EUR', 1, now(), now() + interval '30 minutes')`;
const addLines = (order: string, ...products: string[]) =>
  `INSERT INTO order_lines (order_id, line_no, product_id, name, quantity, unit_price, line_total)
   VALUES ${products
     .map((product, at) => `(${order}, ${at + 1}, ${product}, 'Product 0000${at + 1}', 1, 1000, 1000)`)
     .join(', ')}`;
const addHistory = (order: string) =>
  `INSERT INTO order_history (order_id, version, to_status, at, actor_kind, actor_id)
   VALUES (${order}, 1, 'awaiting-payment', now(), 'customer', ${customer})`;
const addEvent = (order: string, envelope: string) =>
  `INSERT INTO outbox (topic, key, envelope) VALUES ('orders.events', ${order}::text, ${envelope}::json)`;

/** For a Node client, in the order in which they are sent; between BEGIN and COMMIT, `hold` once per product. */
export const floorStatements = {
  hold: holdStock('$1'),
  holds: addHolds('$1', '$2', '$3'),
  holdsOfOne: addHolds('$1', '$2'),
  order: addOrder('$1'),
  lines: addLines('$1', '$2', '$3'),
  lineOfOne: addLines('$1', '$2'),
  history: addHistory('$1'),
  event: addEvent('$1::uuid', '$2'),
};

/** The event as Plaza announces an order. */
export function orderPlaced(eventId: string, orderId: string, products: readonly string[]): string {
  return JSON.stringify({
    id: eventId,
    type: 'order-placed',
    occurredAt: new Date().toISOString(),
    correlationId: eventId,
    actor: { kind: 'customer', id: eventId },
    data: {
      orderId,
      customerId: eventId,
      branchId: eventId,
      total: 2000,
      currency: 'EUR',
      number: 'P-00000001',
      items: products.map((product) => ({
        productId: product,
        quantity: 1,
        unitPrice: 1000,
        lineTotal: 1000,
      })),
      payBefore: new Date().toISOString(),
    },
  });
}

/** The same transaction for pgbench, which takes the order's id from the database. */
export function pgbenchScript(): string {
  const [one, other] = [productId(':one'), productId(':other')];
  const id = ':id::uuid';
  const envelope = orderPlaced(emptyId, emptyId, [emptyId, emptyId]).replaceAll(':', ' ').replaceAll("'", '');
  const statements = [
    'BEGIN;',
    `${holdStock(one)};`,
    `${holdStock(other)};`,
    `${addOrder('uuidv7()')} RETURNING id \\gset`,
    `${addHolds(id, one, other)};`,
    `${addLines(id, one, other)};`,
    `${addHistory(id)};`,
    `${addEvent(id, `to_json('${envelope}'::text)`)};`,
    'COMMIT;',
  ];
  return [
    `\\set first random(1, ${productsMax})`,
    `\\set second 1 + (:first + random(0, ${productsMax - 2})) % ${productsMax}`,
    '\\set one least(:first, :second)',
    '\\set other greatest(:first, :second)',
    ...statements.map((statement) => statement.replaceAll(/\s+/g, ' ')),
    '',
  ].join('\n');
}

const emptyId = '00000000-0000-0000-0000-000000000000';
