/**
 * Takes orders in to be decided later, many at once: durable before they are answered, in a line that the database counts. One
 * transaction does so at a time, whichever process it is of, so that the line is the order in which they were committed: nobody
 * appears later before somebody who has been decided already.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Signals, type Tx } from '@plaza/platform';
import { insertAccepted } from '../orders/order-rows';
import { viewOfWish } from '../orders/order-view';
import { Order } from '../orders/order.entity';
import { lineFull, placingContended } from '../orders.errors';
import { ACCEPTED_SIGNAL } from '../orders.events';
import { OrdersQueries } from '../orders/orders.queries';
import { answerAgain, type PlacedOrder, type PlaceOrder } from './place-order';

/** So many are decided within seconds; who comes on top of them is better told to come again. */
export const acceptedWaitingMax = 10_000;
const lineLock = 7_526_733;

@Injectable()
export class Accepting {
  constructor(
    private readonly database: Database,
    private readonly queries: OrdersQueries,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** @returns one answer per command, in the same order; an `Error` refuses that command alone */
  async acceptAll(commands: PlaceOrder[]): Promise<(PlacedOrder | Error)[]> {
    const now = this.clock.now();
    const wanted = new Map<string, { command: PlaceOrder; order: Order }>();
    for (const command of commands) {
      if (!wanted.has(command.id)) wanted.set(command.id, { command, order: orderOf(command, now) });
    }
    const { numbers, free } = await this.database.transaction((tx) => this.takeIn(tx, [...wanted.values()]));
    const answers = new Map<PlaceOrder, PlacedOrder | Error>();
    for (const { command, order } of wanted.values()) {
      const number = numbers.get(command.id);
      if (number === undefined) continue;
      answers.set(command, { order: viewOfWish(order, number, command.items), created: true });
    }
    const others = commands.filter((command) => !answers.has(command));
    const standing = others.length > 0 ? await this.queries.byId(others.map(({ id }) => id)) : undefined;
    for (const command of others) {
      const order = standing?.get(command.id);
      const refusal = free < wanted.size ? lineFull(acceptedWaitingMax) : placingContended(command.id);
      answers.set(command, order ? answerAgain(command, order) : refusal);
    }
    return commands.map((command) => answers.get(command) ?? placingContended(command.id));
  }

  private async takeIn(
    tx: Tx,
    wanted: readonly { command: PlaceOrder; order: Order }[],
  ): Promise<{ numbers: Map<string, string>; free: number }> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [lineLock]);
    const free = acceptedWaitingMax - (await countWaiting(tx));
    const taken = wanted.slice(0, Math.max(free, 0));
    if (taken.length === 0) return { numbers: new Map(), free };
    const numbers = await insertAccepted(
      tx,
      taken.map(({ order }) => order),
      taken.flatMap(({ command: { id, items } }) =>
        items.map(({ productId, quantity }, at) => ({ orderId: id, productId, quantity, at })),
      ),
    );
    if (numbers.size > 0) this.signals.raiseAfterCommit(ACCEPTED_SIGNAL);
    return { numbers, free };
  }
}

/** No more than can matter. */
async function countWaiting(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ waiting: number }[]>(
    `SELECT count(*)::integer AS waiting
     FROM (SELECT FROM orders.orders WHERE status = 'accepted' LIMIT $1) AS line`,
    [acceptedWaitingMax],
  );
  return row?.waiting ?? 0;
}

function orderOf({ id, customerId, branchId, placedAt, context }: PlaceOrder, now: Date): Order {
  return Order.accept({ id, customerId, branchId, placedAt: placedAt ?? null }, context.correlationId, {
    actor: context.actor,
    now,
  });
}
