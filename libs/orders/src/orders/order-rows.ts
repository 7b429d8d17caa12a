/** The statements that write orders, many at once. */
import type { OpenStatement } from '@plaza/messaging';
import type { Tx } from '@plaza/platform';
import type { Order } from './order.entity';

/**
 * Writes new orders that have their numbers, with their lines and the beginning of their history. Carts that became one of them are
 * closed. Its rows are the ids of those that were written; of one whose id or cart was taken before nothing is, and it is not announced.
 */
export function insertOrders(orders: readonly Order[]): OpenStatement {
  const ofCarts = orders.some(({ cartId }) => cartId !== null);
  return {
    sql: (added) => `WITH placed AS (
       ${insertHeads(1)}
     ), lines AS (
       ${insertLines(headTypes.length + 1, 'JOIN placed ON placed.id = line.order_id')}
     ), history AS (
       ${insertHistory(headTypes.length + lineTypes.length + 1, 'JOIN placed ON placed.id = change.order_id')}
     )${ofCarts ? `, closed AS (${closeCarts})` : ''}${added}
     SELECT id FROM placed`,
    parameters: [
      ...headColumns(
        orders,
        orders.map(({ number }) => number),
      ),
      ...lineColumns(orders),
      ...historyColumns(orders),
    ],
    keysMadeTrue: 'SELECT id::text FROM placed',
  };
}

/**
 * Writes orders that are decided later, with what they wish for instead of lines and the beginning of their history, in this order.
 * @returns the numbers they were given, by id; one whose id was taken before is left out, and nothing of it is written
 */
export async function insertAccepted(
  tx: Tx,
  orders: readonly Order[],
  wishes: readonly { orderId: string; productId: string; quantity: number; at: number }[],
): Promise<Map<string, string>> {
  const first = headTypes.length + 1;
  const inserted = await tx.query<{ id: string; number: string }[]>(
    `WITH placed AS (
       ${insertHeads(1)}
     ), wishes AS (
       INSERT INTO orders.wished_lines (order_id, line_no, product_id, quantity)
       SELECT wish.*
       FROM unnest($${first}::uuid[], $${first + 1}::smallint[], $${first + 2}::uuid[], $${first + 3}::integer[])
         AS wish (order_id)
       JOIN placed ON placed.id = wish.order_id
     ), history AS (
       ${insertHistory(first + 4, 'JOIN placed ON placed.id = change.order_id')}
     )
     SELECT id, number FROM placed`,
    [
      ...headColumns(
        orders,
        orders.map(() => null),
      ),
      ...columns(wishes, [
        ({ orderId }) => orderId,
        ({ at }) => at + 1,
        ({ productId }) => productId,
        ({ quantity }) => quantity,
      ]),
      ...historyColumns(orders),
    ],
  );
  return new Map(inserted.map(({ id, number }) => [id, number]));
}

/** Writes what was done to orders that are locked, to their history, and the lines that they got by it. */
export async function recordChanges(tx: Tx, orders: readonly Order[]): Promise<void> {
  const confirmed = orders.filter(({ lines }) => lines.length > 0);
  const wantsLines = confirmed.length > 0;
  await tx.query(
    `WITH changed AS (
       UPDATE orders.orders
       SET status = new.status, version = new.version, total = new.total, currency = new.currency,
           pay_before = new.pay_before, paid_at = new.paid_at, payment_id = new.payment_id
       FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::bigint[], $5::text[], $6::timestamptz[],
                   $7::timestamptz[], $8::text[])
         AS new (id, status, version, total, currency, pay_before, paid_at, payment_id)
       WHERE orders.id = new.id
     )${wantsLines ? `, lines AS (${insertLines(17)})` : ''}
     ${insertHistory(9)}`,
    [
      ...columns(orders, [
        ({ id }) => id,
        ({ status }) => status,
        ({ version }) => version,
        ({ total }) => total,
        ({ currency }) => currency,
        ({ payBefore }) => payBefore,
        ({ paidAt }) => paidAt,
        ({ paymentId }) => paymentId,
      ]),
      ...historyColumns(orders),
      ...(wantsLines ? lineColumns(confirmed) : []),
    ],
  );
}

const closeCarts = `UPDATE orders.carts SET order_id = placed.id FROM placed WHERE carts.id = placed.cart_id`;

const headTypes = [
  ...['bigint', 'uuid', 'uuid', 'uuid', 'text', 'bigint', 'text', 'smallint', 'timestamptz', 'timestamptz'],
  ...['timestamptz', 'text', 'uuid', 'boolean', 'timestamptz', 'text'],
];
const headNames = `id, customer_id, branch_id, status, total, currency, version, created_at, pay_before, paid_at,
         payment_id, cart_id, sale, placed_at, correlation_id`;

/** Those without a number get one in this order. */
function insertHeads(firstParameter: number): string {
  return `INSERT INTO orders.orders (number, ${headNames})
       SELECT coalesce(number, nextval('orders.orders_number_seq')), ${headNames}
       FROM unnest(${parameters(headTypes, firstParameter)}) WITH ORDINALITY AS wanted (number, ${headNames}, place)
       ORDER BY place
       ON CONFLICT DO NOTHING
       RETURNING id, number, cart_id`;
}

function headColumns(orders: readonly Order[], numbers: readonly (string | null)[]): unknown[][] {
  const heads = columns(orders, [
    ({ id }) => id,
    ({ customerId }) => customerId,
    ({ branchId }) => branchId,
    ({ status }) => status,
    ({ total }) => total,
    ({ currency }) => currency,
    ({ version }) => version,
    ({ createdAt }) => createdAt,
    ({ payBefore }) => payBefore,
    ({ paidAt }) => paidAt,
    ({ paymentId }) => paymentId,
    ({ cartId }) => cartId,
    ({ sale }) => sale,
    ({ placedAt }) => placedAt,
    ({ correlationId }) => correlationId,
  ]);
  return [[...numbers], ...heads];
}

const lineTypes = ['uuid', 'smallint', 'uuid', 'text', 'integer', 'bigint', 'bigint', 'bigint'];

function insertLines(firstParameter: number, join = ''): string {
  return `INSERT INTO orders.order_lines
         (order_id, line_no, product_id, name, quantity, unit_price, list_price, line_total)
       SELECT line.* FROM unnest(${parameters(lineTypes, firstParameter)}) AS line (order_id) ${join}`;
}

function lineColumns(orders: readonly Order[]): unknown[][] {
  const lines = orders.flatMap(({ id, lines }) => lines.map((line, at) => ({ ...line, orderId: id, at })));
  return columns(lines, [
    ({ orderId }) => orderId,
    ({ at }) => at + 1,
    ({ productId }) => productId,
    ({ name }) => name,
    ({ quantity }) => quantity,
    ({ unitPrice }) => unitPrice,
    ({ listPrice }) => listPrice,
    ({ lineTotal }) => lineTotal,
  ]);
}

const historyTypes = ['uuid', 'smallint', 'text', 'text', 'timestamptz', 'text', 'text', 'text'];

function insertHistory(firstParameter: number, join = ''): string {
  return `INSERT INTO orders.order_history
         (order_id, version, from_status, to_status, at, actor_kind, actor_id, reason)
       SELECT change.* FROM unnest(${parameters(historyTypes, firstParameter)}) AS change (order_id) ${join}`;
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

function parameters(types: readonly string[], first: number): string {
  return types.map((type, at) => `$${first + at}::${type}[]`).join(', ');
}

/** One array per column, as `unnest` takes them. */
function columns<Row>(rows: readonly Row[], fields: ((row: Row) => unknown)[]): unknown[][] {
  return fields.map((field) => rows.map(field));
}
