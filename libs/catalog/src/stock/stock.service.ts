/**
 * Sets stock aside, and takes it off or gives it back afterwards: hold, then use, release or expiry. Every method takes many at
 * once, in a transaction of its own.
 */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, requestContext, Signals, type Tx } from '@plaza/platform';
import { branchUnknown, holdContended, productUnknown, refusing, stockTooLow } from '../catalog.errors';
import { CATALOG_TOPIC } from '../catalog.events';
import { PRODUCT_LIST_SIGNAL } from '../products/product-list.signal';
import { checkLines, type HoldAgainAnswer, type HoldAnswer, type HoldRequest } from './hold';
import { decideHolds, decideHoldsAgain, type HoldDecision } from './hold-decision';
import { availableAfter, ByPlace, crossesZero, type CounterChange, type StockPlace } from './stock-place';
import {
  endHolds,
  lockOffered,
  lockStock,
  move,
  readExpiredHolds,
  readHolds,
  takeHolds,
  useHolds,
  type HoldKey,
  type LockedOffer,
} from './stock-rows';
import { decideUse } from './use-decision';

export interface StockAdjustment extends StockPlace {
  /** Added to what is on hand; negative takes off. */
  delta: number;
  reason: string;
}

const contendedAttemptsMax = 3;

/** Another transaction wrote one of the same holds while this one decided. */
class HoldRace extends Error {}

@Injectable()
export class StockService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers every request as if they had come one after the other, in this order; each is held whole or not at all. Holds
   * past their time count as free. Four statements for all together. Not to be called inside another transaction, whose commit
   * would then not wait for the disk either.
   * @throws InvalidInput when a request's lines are out of bounds
   */
  hold(requests: readonly HoldRequest[]): Promise<HoldAnswer[]> {
    return this.takeAsDecided(requests, ({ offered, askedBefore }) =>
      Promise.resolve(decideHolds(requests, offered, askedBefore)),
    );
  }

  /** For owners that have asked before and have nothing to show for it: what still stands is theirs, else it is taken anew. */
  holdAgain(requests: readonly HoldRequest[]): Promise<HoldAgainAnswer[]> {
    return this.takeAsDecided(requests, async ({ offered }, tx) =>
      decideHoldsAgain(requests, offered, await readHolds(tx, ownersOf(requests))),
    );
  }

  /**
   * Takes what these owners hold off what is on hand, because it was sold. Doing it again changes nothing.
   * @throws PlazaError `catalog.hold-lost` when an owner's stock is not there any more; nothing is done for any of them then
   */
  async use(ownerIds: readonly string[]): Promise<void> {
    if (ownerIds.length === 0) return;
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const available = await lockStock(tx, await readHolds(tx, ownerIds));
      const { used, changes } = decideUse(ownerIds, await readHolds(tx, ownerIds), available);
      if (used.length === 0) return;
      await useHolds(tx, used, changes, { actor: requestContext.current().actor, now });
      await this.announce(tx, changes.filter(crossesZero), now);
    });
  }

  /** Gives back what these owners hold. Doing it again changes nothing. */
  async release(ownerIds: readonly string[]): Promise<void> {
    if (ownerIds.length === 0) return;
    await this.database.transaction(async (tx) =>
      this.giveBack(tx, await readHolds(tx, ownerIds), 'released', this.clock.now()),
    );
  }

  /** Gives back what was held longer than agreed, at most `limit` holds; true when there may be more. */
  async releaseExpired(limit: number): Promise<boolean> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const expired = await readExpiredHolds(tx, now, limit);
      await this.giveBack(tx, expired, 'expired', now);
      return expired.length === limit;
    });
  }

  /**
   * Corrects what is on hand.
   * @throws PlazaError `catalog.stock-too-low` when less is there, or the rest is held
   */
  async adjust({ productId, branchId, delta, reason }: StockAdjustment): Promise<void> {
    const now = this.clock.now();
    const { actor } = requestContext.current();
    const refusals = {
      stock_product_fk: productUnknown(productId),
      stock_branch_fk: branchUnknown(branchId),
    };
    await this.database.transaction(async (tx) => {
      await refusing(refusals, () =>
        tx.query(
          `INSERT INTO catalog.stock (product_id, branch_id, on_hand, held) VALUES ($1, $2, 0, 0)
           ON CONFLICT ON CONSTRAINT stock_pk DO NOTHING`,
          [productId, branchId],
        ),
      );
      const [row] = (await lockOffered(tx, [{ productId, branchId }], [], now)).offered;
      if (!row) throw productUnknown(productId);
      const available = row.available + row.freed;
      if (available + delta < 0) throw stockTooLow(available);
      const change = { productId, branchId, availableBefore: row.available, onHand: delta, held: -row.freed };
      const movement = { productId, branchId, delta, cause: 'adjustment', reference: null, reason } as const;
      await move(tx, [movement], [change], { actor, now });
      await this.announce(tx, [change], now);
    });
  }

  private async takeAsDecided<Answer>(
    requests: readonly HoldRequest[],
    decide: (locked: LockedOffer, tx: Tx) => Promise<HoldDecision<Answer>>,
  ): Promise<Answer[]> {
    for (const { lines } of requests) checkLines(lines, '/items');
    for (let attempt = 1; attempt <= contendedAttemptsMax; attempt += 1) {
      const now = this.clock.now();
      try {
        return await this.database.transaction(async (tx) => {
          const locked = await lockOffered(tx, placesOf(requests), ownersOf(requests), now);
          const { answers, taken, changes } = await decide(locked, tx);
          const counted = changes.filter(({ held }) => held !== 0);
          if (counted.length > 0 || taken.length > 0) {
            if ((await takeHolds(tx, taken, counted)) !== taken.length) throw new HoldRace();
            await this.announce(tx, counted.filter(crossesZero), now);
          }
          return answers;
        });
      } catch (error) {
        if (!(error instanceof HoldRace)) throw error;
      }
    }
    throw holdContended();
  }

  private async giveBack(
    tx: Tx,
    holds: readonly HoldKey[],
    status: 'released' | 'expired',
    now: Date,
  ): Promise<void> {
    if (holds.length === 0) return;
    const available = await lockStock(tx, holds);
    const freed = await endHolds(tx, holds, status, now);
    const changes = freed.map(({ branchId, productId, freed: count }) => ({
      branchId,
      productId,
      availableBefore: available.get({ branchId, productId }) ?? 0,
      onHand: 0,
      held: -count,
    }));
    await this.announce(tx, changes.filter(crossesZero), now);
  }

  private async announce(tx: Tx, changes: readonly CounterChange[], occurredAt: Date): Promise<void> {
    if (changes.length === 0) return;
    await this.outbox.add(
      tx,
      CATALOG_TOPIC,
      changes.map((change) => {
        const { productId, branchId } = change;
        const data = { productId, branchId, available: availableAfter(change) };
        return { fact: { type: 'stock-changed', key: productId, data }, occurredAt };
      }),
    );
    this.signals.raiseAfterCommit(PRODUCT_LIST_SIGNAL);
  }
}

function ownersOf(requests: readonly HoldRequest[]): string[] {
  return requests.map(({ ownerId }) => ownerId);
}

function placesOf(requests: readonly HoldRequest[]): StockPlace[] {
  const places = requests.flatMap(({ branchId, lines }) =>
    lines.map(({ productId }): StockPlace => ({ branchId, productId })),
  );
  return ByPlace.of(places).values();
}
