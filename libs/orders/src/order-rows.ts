/** The statements that write orders, many at once. */
import type { Tx } from '@plaza/platform';
import type { Order } from './order.entity';

/**
 * Writes new orders with their lines and the beginning of their history, in this order.
 * @returns the numbers they were given, by id; an id that was taken before is left out, and nothing of it is written
 */
export async function insertOrders(tx: Tx, orders: readonly Order[]): Promise<Map<string, string>> {
  const lines = orders.flatMap(({ id, lines }) => lines.map((line, at) => ({ ...line, orderId: id, at })));
  const inserted = await tx.query<{ id: string; number: string }[]>(
    `WITH placed AS (
       INSERT INTO orders.orders
         (id, customer_id, branch_id, status, total, currency, version, created_at, pay_before)
       SELECT id, customer_id, branch_id, status, total, currency, version, created_at, pay_before
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::text[], $7::smallint[],
                   $8::timestamptz[], $9::timestamptz[]) WITH ORDINALITY AS wanted
         (id, customer_id, branch_id, status, total, currency, version, created_at, pay_before, place)
       ORDER BY place
       ON CONFLICT ON CONSTRAINT orders_pk DO NOTHING
       RETURNING id, number
     ), lines AS (
       INSERT INTO orders.order_lines (order_id, line_no, product_id, name, quantity, unit_price, line_total)
       SELECT line.*
       FROM unnest($10::uuid[], $11::smallint[], $12::uuid[], $13::text[], $14::integer[], $15::bigint[],
                   $16::bigint[]) AS line (order_id)
       JOIN placed ON placed.id = line.order_id
     ), history AS (
       ${insertHistory(17, 'JOIN placed ON placed.id = change.order_id')}
     )
     SELECT id, number FROM placed`,
    [
      ...columns(orders, [
        ({ id }) => id,
        ({ customerId }) => customerId,
        ({ branchId }) => branchId,
        ({ status }) => status,
        ({ total }) => total,
        ({ currency }) => currency,
        ({ version }) => version,
        ({ createdAt }) => createdAt,
        ({ payBefore }) => payBefore,
      ]),
      ...columns(lines, [
        ({ orderId }) => orderId,
        ({ at }) => at + 1,
        ({ productId }) => productId,
        ({ name }) => name,
        ({ quantity }) => quantity,
        ({ unitPrice }) => unitPrice,
        ({ lineTotal }) => lineTotal,
      ]),
      ...historyColumns(orders),
    ],
  );
  return new Map(inserted.map(({ id, number }) => [id, number]));
}

/** Writes what was done to orders that are locked, and to their history. */
export async function recordChanges(tx: Tx, orders: readonly Order[]): Promise<void> {
  await tx.query(
    `WITH changed AS (
       UPDATE orders.orders
       SET status = new.status, version = new.version, paid_at = new.paid_at, payment_id = new.payment_id
       FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::timestamptz[], $5::text[])
         AS new (id, status, version, paid_at, payment_id)
       WHERE orders.id = new.id
     )
     ${insertHistory(6)}`,
    [
      ...columns(orders, [
        ({ id }) => id,
        ({ status }) => status,
        ({ version }) => version,
        ({ paidAt }) => paidAt,
        ({ paymentId }) => paymentId,
      ]),
      ...historyColumns(orders),
    ],
  );
}

function insertHistory(firstParameter: number, join = ''): string {
  const types = ['uuid', 'smallint', 'text', 'text', 'timestamptz', 'text', 'text', 'text'];
  const parameters = types.map((type, at) => `$${firstParameter + at}::${type}[]`).join(', ');
  return `INSERT INTO orders.order_history
         (order_id, version, from_status, to_status, at, actor_kind, actor_id, reason)
       SELECT change.* FROM unnest(${parameters}) AS change (order_id) ${join}`;
}

function historyColumns(orders: readonly Order[]): unknown[][] {
  const changes = orders.flatMap(({ id, changes }) => changes.map((change) => ({ ...change, orderId: id })));
  return columns(changes, [
    ({ orderId }) => orderId,
    ({ version }) => version,
    ({ from }) => from,
    ({ to }) => to,
    ({ now }) => now,
    ({ actor }) => actor?.kind ?? null,
    ({ actor }) => actor?.id ?? null,
    ({ reason }) => reason,
  ]);
}

/** One array per column, as `unnest` takes them. */
function columns<Row>(rows: readonly Row[], fields: ((row: Row) => unknown)[]): unknown[][] {
  return fields.map((field) => rows.map(field));
}
