/**
 * Decides the orders that were taken in, in the order of their line and many at once: stock is held as when an order is placed at
 * once, then all decisions are recorded in one go. A crash in between leaves holds that the same orders find again.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Announcement } from '@plaza/messaging';
import { Database, LOGGER, PlazaError, requestContext, type PlazaLogger } from '@plaza/platform';
import { AcceptedHolds, type AcceptedHold } from './accepted-holds';
import { payBeforeOf, pricedLines, refusalOf } from './order-holds';
import { lockOrders, OrderChanges } from '../orders/order-changes';
import type { Order, Occasion } from '../orders/order.entity';
import type { OrderFact } from '../orders.events';
import { OrdersQueries, type AcceptedOrder } from '../orders/orders.queries';
import { reasonOf } from './rejection';

interface Decided {
  wish: AcceptedOrder;
  order: Order;
  fact: OrderFact;
}

@Injectable()
export class Confirming {
  constructor(
    private readonly holds: AcceptedHolds,
    private readonly database: Database,
    private readonly changes: OrderChanges,
    private readonly queries: OrdersQueries,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
  ) {}

  /** Decides the first in line, at most `limit`; true when there may be more. Not to be called by two at once. */
  async confirmNext(limit: number): Promise<boolean> {
    const accepted = await this.queries.accepted(limit);
    if (accepted.length === 0) return false;
    const decided = await this.decideTogether(accepted);
    return decided && accepted.length === limit;
  }

  /** @returns false when none of them could be decided */
  private async decideTogether(accepted: AcceptedOrder[]): Promise<boolean> {
    try {
      await this.decide(accepted);
      return true;
    } catch (error) {
      if (error instanceof PlazaError && error.kind === 'unavailable') throw error;
      return this.decideOneByOne(accepted);
    }
  }

  /** One that cannot be worked holds up nobody behind it. */
  private async decideOneByOne(accepted: AcceptedOrder[]): Promise<boolean> {
    let decided = 0;
    for (const order of accepted) {
      try {
        await this.decide([order]);
        decided += 1;
      } catch (error) {
        this.logger.error({ err: error, orderId: order.id }, 'An accepted order could not be decided');
      }
    }
    return decided > 0;
  }

  private async decide(accepted: AcceptedOrder[]): Promise<void> {
    const { now, answers } = await this.holds.take(accepted);
    const by = { actor: requestContext.current().actor, now };
    const unwanted = await this.database.transaction(async (tx) => {
      const ids = accepted.map(({ id }) => id);
      const orders = new Map((await lockOrders(tx, ids)).map((order) => [order.id, order]));
      const decided: Decided[] = [];
      const notUsed: string[] = [];
      for (const wish of accepted) {
        const order = orders.get(wish.id);
        const answer = answers.get(wish.id);
        if (!order || !answer) continue;
        const fact = order.status === 'accepted' ? decision(order, wish, answer, by) : undefined;
        if (fact) decided.push({ wish, order, fact });
        // Nobody wanted it any more when its turn came, or its prices could not be added up.
        if (fact?.type !== 'order-placed' && answer.outcome === 'held') notUsed.push(wish.id);
      }
      await this.changes.record(
        tx,
        decided.map(({ order }) => order),
        decided.map(({ wish, fact }): Announcement => ({ fact, occurredAt: now, ...requestOf(wish) })),
      );
      return notUsed;
    });
    if (unwanted.length > 0) await this.holds.giveBack(unwanted);
  }
}

/** What becomes of an order belongs to the request that made it, whoever decides it. */
function requestOf({ correlationId, actor }: AcceptedOrder): Pick<Announcement, 'context'> {
  return correlationId === null ? {} : { context: { correlationId, actor } };
}

function decision(
  order: Order,
  wish: AcceptedOrder,
  answer: AcceptedHold,
  by: Occasion,
): OrderFact | undefined {
  if (answer.outcome === 'asked-before') return undefined;
  if (answer.outcome !== 'held') return order.reject(reasonOf(refusalOf(wish, answer)), by);
  try {
    return order.confirm({ lines: pricedLines(answer.lines), payBefore: payBeforeOf(answer.until) }, by);
  } catch (error) {
    return order.reject(reasonOf(error), by);
  }
}
