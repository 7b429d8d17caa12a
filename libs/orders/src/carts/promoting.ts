/**
 * Gives stock to the first of some queues. It is held first, and the entries taken out of their queues after it, in a transaction of
 * its own. A crash in between leaves an entry first in its queue, and holding again what is held changes nothing; a crash right after
 * it leaves what else lay in the cart to its former time.
 */
import { Inject, Injectable } from '@nestjs/common';
import { StockService, type HoldChangeAnswer } from '@plaza/catalog';
import { Clock, Database, SETTINGS, Signals, type Settings } from '@plaza/platform';
import { addCartEvents, CART_EVENTS_SIGNAL, type WaitingEnd } from './cart-events';
import { misfit } from './cart-fit';
import { lockCarts, recordTimes } from './cart-rows';
import type { Cart } from './cart.entity';
import { CartsQueries, type CartLine } from './carts.queries';
import {
  endEntries,
  leaveQueue,
  statusesOf,
  type EndedEntry,
  type FirstInQueue,
  type WaitingStatus,
} from './waiting-rows';

/** What became of the first in a queue when stock was asked for. */
interface Attempt {
  first: FirstInQueue;
  /** What lay in the cart before. */
  before: CartLine[];
  /** How many of it were held for the cart before, and now. */
  onlyFrom: number;
  quantity: number;
  /** Why it is in vain to wait; null when what was waited for is held. */
  inVain: WaitingEnd | null;
}

interface Recorded {
  promoted: FirstInQueue[];
  /** Held for nothing: so many of it are to stay. */
  unwanted: { attempt: Attempt; quantity: number }[];
}

@Injectable()
export class Promoting {
  constructor(
    private readonly carts: CartsQueries,
    private readonly stock: StockService,
    private readonly database: Database,
    private readonly signals: Signals,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Those for whom there is too little go on waiting. @returns whether a queue has moved on, or is to be looked at again */
  async give(firsts: readonly FirstInQueue[]): Promise<boolean> {
    if (firsts.length === 0) return false;
    const until = new Date(this.clock.now().getTime() + this.settings.orders.cartHoldMs);
    const { attempts, contended } = await this.hold(firsts, until);
    if (attempts.length === 0) return contended;
    const { promoted, unwanted } = await this.record(attempts, until);
    await this.giveBack(unwanted);
    for (const { holdOwnerId } of promoted) await this.stock.extendHolds(holdOwnerId, until);
    return true;
  }

  /** What a customer puts in or takes out meanwhile is not written over: that queue is looked at again. */
  private async hold(
    firsts: readonly FirstInQueue[],
    until: Date,
  ): Promise<{ attempts: Attempt[]; contended: boolean }> {
    const lines = await this.carts.linesOf(firsts.map(({ holdOwnerId }) => holdOwnerId));
    const wishes = firsts.map((first) => {
      const before = lines.get(first.holdOwnerId) ?? [];
      const onlyFrom = quantityIn(before, first.productId);
      return {
        first,
        before,
        onlyFrom,
        quantity: first.cartOrdered ? 0 : Math.max(first.quantity, onlyFrom),
      };
    });
    const answers = await this.stock.setHolds(
      wishes.map(({ first: { holdOwnerId, branchId, productId }, onlyFrom, quantity }) => {
        return { ownerId: holdOwnerId, branchId, productId, quantity, onlyFrom, until };
      }),
    );
    const attempts = wishes.flatMap((wish, at): Attempt[] => {
      const answer = answers[at];
      if (!answer || answer.outcome === 'short' || answer.outcome === 'held-otherwise') return [];
      return [{ ...wish, inVain: whyInVain(wish.first, wish.before, answer) }];
    });
    return { attempts, contended: answers.some(({ outcome }) => outcome === 'held-otherwise') };
  }

  /** Takes entries out of their queues and tells it; their carts stand until then, and reopen if they had expired. */
  private record(attempts: readonly Attempt[], until: Date): Promise<Recorded> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const carts = await lockCarts(tx, [...new Set(attempts.map(({ first }) => first.cartId))]);
      const ids = attempts.map(({ first }) => first.id);
      const { promoted, ended, unwanted } = outcomeOf(attempts, carts, await statusesOf(tx, ids));
      await endEntries(tx, ended, now);
      await leaveQueue(tx, promoted, 'promoted', now);
      const reopened = [...carts.values()].filter(({ id }) => promoted.some(({ cartId }) => cartId === id));
      for (const cart of reopened) cart.reopen(until);
      await recordTimes(tx, reopened);
      const news = promoted.map((first) => promotedNews(first, until));
      await addCartEvents(tx, news, now);
      this.signals.raiseAfterCommit(CART_EVENTS_SIGNAL);
      return { promoted, unwanted };
    });
  }

  private async giveBack(unwanted: Recorded['unwanted']): Promise<void> {
    if (unwanted.length === 0) return;
    await this.stock.setHolds(
      unwanted.map(({ attempt: { first, quantity: onlyFrom }, quantity }) => {
        const { holdOwnerId, branchId, productId, cartExpiresAt: until } = first;
        return { ownerId: holdOwnerId, branchId, productId, quantity, onlyFrom, until };
      }),
    );
  }
}

/** What is to be written, now that the carts are locked: an entry may have been withdrawn, or its cart have become an order. */
function outcomeOf(
  attempts: readonly Attempt[],
  carts: ReadonlyMap<string, Cart>,
  statuses: ReadonlyMap<string, WaitingStatus>,
): Recorded & { ended: EndedEntry[] } {
  const outcome: Recorded & { ended: EndedEntry[] } = { promoted: [], ended: [], unwanted: [] };
  for (const attempt of attempts) {
    const { first, inVain, onlyFrom } = attempt;
    const status = statuses.get(first.id);
    // Promoted by another process at the same time: then it is held for good reason.
    if (status === 'promoted') continue;
    const ordered = carts.get(first.cartId)?.isOrdered ?? false;
    const reason = ordered ? 'cart-ordered' : inVain;
    if (status === 'waiting' && reason === null) {
      outcome.promoted.push(first);
      continue;
    }
    if (status === 'waiting' && reason !== null) outcome.ended.push({ ...first, reason });
    outcome.unwanted.push({ attempt, quantity: ordered ? 0 : onlyFrom });
  }
  return outcome;
}

function promotedNews({ id, cartId, productId, quantity }: FirstInQueue, until: Date) {
  const data = { waitingId: id, productId, quantity, expiresAt: until.toISOString() };
  return { cartId, fact: { type: 'promoted', data } } as const;
}

function whyInVain(
  { productId }: FirstInQueue,
  before: readonly CartLine[],
  answer: Exclude<HoldChangeAnswer, { outcome: 'short' | 'held-otherwise' }>,
): WaitingEnd | null {
  if (answer.outcome !== 'held') return 'product-not-sold';
  const { currency, quantity, unitPrice } = answer.line;
  const others = before.filter((line) => line.productId !== productId);
  const lines = [...others, { productId, currency, lineTotal: quantity * unitPrice }];
  return misfit(lines, { productId, isNew: others.length === before.length }) ? 'does-not-fit' : null;
}

function quantityIn(lines: readonly CartLine[], productId: string): number {
  return lines.find((line) => line.held && line.productId === productId)?.quantity ?? 0;
}
