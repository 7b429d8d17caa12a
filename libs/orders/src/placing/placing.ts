/**
 * Places many orders at once: stock is held for all in one go, then all that got theirs are written in one go. A crash in between
 * leaves a hold that ends by itself, or that the same order finds again when it is sent again.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Announcement } from '@plaza/messaging';
import { Clock, newId, SETTINGS, type Settings } from '@plaza/platform';
import { holdUntil, OrderHolds, payBeforeOf, pricedLines, refusalOf, type OrderHold } from './order-holds';
import { NewOrders } from '../orders/new-orders';
import { OrderNumbers } from '../orders/order-numbers';
import type { OrderStatus } from '../orders/order-status';
import { viewOf } from '../orders/order-view';
import { Order } from '../orders/order.entity';
import { placingContended } from '../orders.errors';
import type { OrderPaid } from '../orders.events';
import { OrdersQueries } from '../orders/orders.queries';
import { answerAgain, type PlacedOrder, type PlaceOrder } from './place-order';

type Answers = Map<PlaceOrder, PlacedOrder | Error>;
type Held = Extract<OrderHold, { outcome: 'held' }>;
type Hold = (commands: readonly PlaceOrder[], until: Date) => Promise<OrderHold[]>;

interface HeldOrder {
  order: Order;
  command: PlaceOrder;
  /** Of a sale. */
  paid: OrderPaid | undefined;
}

interface Unplaced {
  command: PlaceOrder;
  /** It got stock just now, and then there was an order of this id. */
  heldInVain: boolean;
}

/** They need no stock any more. */
const endedUnsold: readonly OrderStatus[] = ['rejected', 'cancelled', 'expired'];

@Injectable()
export class Placing {
  constructor(
    private readonly holds: OrderHolds,
    private readonly numbers: OrderNumbers,
    private readonly newOrders: NewOrders,
    private readonly queries: OrdersQueries,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @returns one answer per command, in the same order; an `Error` refuses that command alone */
  async placeAll(commands: PlaceOrder[]): Promise<(PlacedOrder | Error)[]> {
    const answers: Answers = new Map();
    const take: Hold = (some, until) => this.holds.take(some, until);
    const takeAgain: Hold = (some, until) => this.holds.takeAgain(some, until);
    const sentBefore = await this.place(commands, take, answers);
    const lost = await this.answerStanding(sentBefore, answers);
    // Sent before and yet not there: it got no further than its hold.
    const sentTwice = await this.place(lost, takeAgain, answers);
    const stillLost = await this.answerStanding(sentTwice, answers);
    for (const command of stillLost) answers.set(command, placingContended(command.id));
    return commands.map((command) => answers.get(command) ?? placingContended(command.id));
  }

  /** @returns those whose id was known already */
  private async place(commands: PlaceOrder[], hold: Hold, answers: Answers): Promise<Unplaced[]> {
    if (commands.length === 0) return [];
    const now = this.clock.now();
    const held = await hold(commands, holdUntil(now, this.settings.orders.paymentMs));
    const sentBefore: Unplaced[] = [];
    const granted: { command: PlaceOrder; answer: Held }[] = [];
    commands.forEach((command, at) => {
      const answer = held[at];
      if (!answer || answer.outcome === 'asked-before') {
        sentBefore.push({ command, heldInVain: false });
      } else if (answer.outcome === 'held') {
        granted.push({ command, answer });
      } else {
        answers.set(command, refusalOf(command, answer));
      }
    });
    const orders: HeldOrder[] = [];
    const unwanted: string[] = [];
    for (const { number, command, answer } of await this.numbers.giveEach(granted)) {
      try {
        orders.push(orderOf(command, answer, { number, now }));
      } catch (error) {
        answers.set(command, asError(error));
        unwanted.push(command.id);
      }
    }
    if (unwanted.length > 0) await this.holds.giveBack(unwanted);
    return [...sentBefore, ...(await this.record(orders, answers))];
  }

  /** @returns those whose id had been taken when they were written */
  private async record(orders: readonly HeldOrder[], answers: Answers): Promise<Unplaced[]> {
    if (orders.length === 0) return [];
    const written = await this.newOrders.write(
      orders.map(({ order }) => order),
      orders.flatMap(announcementsOf),
    );
    return orders.flatMap(({ order, command }) => {
      if (!written.has(order.id)) return [{ command, heldInVain: true }];
      answers.set(command, { order: viewOf(order), created: true });
      return [];
    });
  }

  /** Answers those whose order stands. @returns the others */
  private async answerStanding(unplaced: readonly Unplaced[], answers: Answers): Promise<PlaceOrder[]> {
    if (unplaced.length === 0) return [];
    const standing = await this.queries.byId(unplaced.map(({ command }) => command.id));
    const others: PlaceOrder[] = [];
    const unwanted: string[] = [];
    for (const { command, heldInVain } of unplaced) {
      const order = standing.get(command.id);
      if (order) answers.set(command, answerAgain(command, order));
      else others.push(command);
      // One that was taken in and waits for its turn finds this hold then; one that has ended never looks for it.
      if (order && heldInVain && endedUnsold.includes(order.status)) unwanted.push(command.id);
    }
    if (unwanted.length > 0) await this.holds.giveBack(unwanted);
    return others;
  }
}

/** @throws PlazaError `orders.mixed-currencies`, `orders.total-too-large` */
function orderOf(command: PlaceOrder, held: Held, { number, now }: { number: string; now: Date }): HeldOrder {
  const { id, customerId, branchId, items, cart, sale = false, placedAt = null, context } = command;
  const by = { actor: context.actor, now };
  const lines = pricedLines(held.lines, items);
  const payBefore = payBeforeOf(held.until);
  const order = Order.place(
    { id, number, customerId, branchId, lines, payBefore, placedAt, sale, cartId: cart?.cartId ?? null },
    by,
  );
  const paid = sale
    ? order.pay({ paymentId: newId(), amount: order.total ?? 0, capturedAt: now }, by)
    : undefined;
  return { order, command, paid };
}

function announcementsOf({ order, command, paid }: HeldOrder): Announcement[] {
  const facts = [order.placed(), ...(paid ? [paid] : [])];
  return facts.map((fact) => ({ fact, occurredAt: order.createdAt, context: command.context }));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
