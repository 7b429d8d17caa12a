/**
 * Places many orders at once: stock is held for all in one go, then all that got theirs are written in one go. A crash in between
 * leaves a hold that ends by itself, or that the same order finds again when it is sent again.
 */
import { Inject, Injectable } from '@nestjs/common';
import { StockService, type HoldAgainAnswer, type HoldAnswer, type HoldRequest } from '@plaza/catalog';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, SETTINGS, type RequestContext, type Settings } from '@plaza/platform';
import { insertOrders } from './order-rows';
import { Order } from './order.entity';
import { branchUnknown, idConflict, outOfStock, placingContended, productsUnknown } from './orders.errors';
import { ORDERS_TOPIC } from './orders.events';
import { OrdersQueries, viewOf, type OrderView } from './orders.queries';

export interface PlaceOrder {
  /** Made by the client, so that sending it again is safe. */
  id: string;
  /** Null for somebody at the counter whom nobody knows. */
  customerId: string | null;
  branchId: string;
  items: { productId: string; quantity: number }[];
  /** Whose request it is. */
  context: RequestContext;
}

export interface PlacedOrder {
  order: OrderView;
  /** False when it had been placed before. */
  created: boolean;
}

type Answers = Map<PlaceOrder, PlacedOrder | Error>;
type Hold = (requests: HoldRequest[]) => Promise<(HoldAnswer | HoldAgainAnswer)[]>;

/** A payment taken in the last second still finds its stock; an order that ends gives it back at once all the same. */
const holdBeyondPaymentMs = 15 * 60_000;

@Injectable()
export class Placing {
  constructor(
    private readonly stock: StockService,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly queries: OrdersQueries,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @returns one answer per command, in the same order; an `Error` refuses that command alone */
  async placeAll(commands: PlaceOrder[]): Promise<(PlacedOrder | Error)[]> {
    const answers: Answers = new Map();
    const sentBefore = await this.place(commands, (requests) => this.stock.hold(requests), answers);
    const lost = await this.answerStanding(sentBefore, answers);
    // Sent before and yet not there: it got no further than its hold.
    const sentTwice = await this.place(lost, (requests) => this.stock.holdAgain(requests), answers);
    const stillLost = await this.answerStanding(sentTwice, answers);
    for (const command of stillLost) answers.set(command, placingContended(command.id));
    return commands.map((command) => answers.get(command) ?? placingContended(command.id));
  }

  /** @returns those whose id was known already */
  private async place(commands: PlaceOrder[], hold: Hold, answers: Answers): Promise<PlaceOrder[]> {
    if (commands.length === 0) return [];
    const now = this.clock.now();
    const until = new Date(now.getTime() + this.settings.orders.paymentMs + holdBeyondPaymentMs);
    const held = await hold(
      commands.map(({ id, branchId, items }) => ({ ownerId: id, branchId, lines: items, until })),
    );
    const sentBefore: PlaceOrder[] = [];
    const orders = new Map<Order, PlaceOrder>();
    const unwanted: string[] = [];
    commands.forEach((command, at) => {
      const answer = held[at];
      if (!answer || answer.outcome === 'asked-before') {
        sentBefore.push(command);
      } else if (answer.outcome === 'held') {
        try {
          orders.set(orderOf(command, answer, now), command);
        } catch (error) {
          answers.set(command, asError(error));
          unwanted.push(command.id);
        }
      } else {
        answers.set(command, refusalOf(command, answer));
      }
    });
    if (unwanted.length > 0) await this.stock.release(unwanted);
    return [...sentBefore, ...(await this.record(orders, answers))];
  }

  /** @returns those whose id had been taken when they were written */
  private async record(orders: Map<Order, PlaceOrder>, answers: Answers): Promise<PlaceOrder[]> {
    if (orders.size === 0) return [];
    const numbers = await this.database.transaction(async (tx) => {
      const inserted = await insertOrders(tx, [...orders.keys()]);
      const announcements = [...orders].flatMap(([order, { context }]) => {
        const number = inserted.get(order.id);
        return number === undefined
          ? []
          : [{ fact: order.placed(number), occurredAt: order.createdAt, context }];
      });
      await this.outbox.add(tx, ORDERS_TOPIC, announcements);
      return inserted;
    });
    return [...orders].flatMap(([order, command]) => {
      const number = numbers.get(order.id);
      if (number === undefined) return [command];
      answers.set(command, { order: viewOf(order, number), created: true });
      return [];
    });
  }

  /** Answers those whose order stands. @returns the others */
  private async answerStanding(commands: PlaceOrder[], answers: Answers): Promise<PlaceOrder[]> {
    if (commands.length === 0) return [];
    const standing = await this.queries.byId(commands.map(({ id }) => id));
    return commands.filter((command) => {
      const order = standing.get(command.id);
      if (order) answers.set(command, answerAgain(command, order));
      return !order;
    });
  }
}

function orderOf(command: PlaceOrder, held: Extract<HoldAnswer, { outcome: 'held' }>, now: Date): Order {
  const { id, customerId, branchId, context } = command;
  const payBefore = new Date(held.until.getTime() - holdBeyondPaymentMs);
  return Order.place(
    { id, customerId, branchId, lines: held.lines, payBefore },
    { actor: context.actor, now },
  );
}

function refusalOf(
  { id, branchId, items }: PlaceOrder,
  answer: Exclude<HoldAnswer | HoldAgainAnswer, { outcome: 'held' | 'asked-before' }>,
): Error {
  switch (answer.outcome) {
    case 'short':
      return outOfStock(answer.short);
    case 'branch-unknown':
      return branchUnknown(branchId);
    case 'products-unknown':
      return productsUnknown(
        answer.productIds.map((productId) => ({
          productId,
          line: items.findIndex((item) => item.productId === productId),
        })),
      );
    case 'other-content':
      return idConflict(id, ['items']);
    case 'ended':
      return idConflict(id, []);
  }
}

function answerAgain(command: PlaceOrder, order: OrderView): PlacedOrder | Error {
  if (order.customerId !== command.customerId) return idConflict(command.id, []);
  const differs = [
    ...(order.branchId === command.branchId ? [] : ['branchId']),
    ...(contentOf(order.items) === contentOf(command.items) ? [] : ['items']),
  ];
  return differs.length > 0 ? idConflict(command.id, differs) : { order, created: false };
}

function contentOf(items: readonly { productId: string; quantity: number }[]): string {
  return items
    .map(({ productId, quantity }) => `${productId} ${quantity}`)
    .sort()
    .join();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
