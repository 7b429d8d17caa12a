/**
 * Sets stock aside, and takes it off or gives it back afterwards: hold, then use, release or expiry. Every method takes many at
 * once, in a transaction of its own.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, newId, requestContext, type Tx } from '@plaza/platform';
import { holdContended, sameBranch } from '../catalog.errors';
import { decideChanges, type CountedHold } from '../holds/change-decision';
import {
  checkQuantities,
  type HoldChange,
  type HoldChangeAnswer,
  type TakeOver,
  type TakeOverAnswer,
} from '../holds/changing-hold';
import {
  extendLive,
  lockHoldsOf,
  lockPlacesOf,
  writeTakenOver,
  writeWanted,
} from '../holds/changing-hold-rows';
import { checkLines, type HoldAgainAnswer, type HoldAnswer, type HoldRequest } from '../holds/hold';
import { decideHolds, decideHoldsAgain, type HoldDecision } from '../holds/hold-decision';
import { asHoldRace, HoldRace } from '../holds/hold-race';
import { moveStock } from './move-stock';
import { StockNews, type WriteChanges } from './stock-news';
import { ByPlace, type CounterChange, type StockPlace } from './stock-place';
import {
  endHolds,
  lockOffered,
  lockStock,
  readExpiredHolds,
  readHolds,
  takeHolds,
  useHolds,
  type HoldKey,
  type LockedOffer,
} from './stock-rows';
import { holdPlentiful, noneWhenTooClose } from '../holds/plentiful-holds';
import { decideTakeOver, type TakenOverHold } from '../holds/take-over-decision';
import { decideUse } from '../holds/use-decision';

export interface StockAdjustment extends StockPlace {
  /** Added to what is on hand; negative takes off. */
  delta: number;
  reason: string;
}

/** From one branch to another. */
export interface StockTransfer {
  productId: string;
  fromBranchId: string;
  toBranchId: string;
  quantity: number;
  reason: string;
}

type WriteHolds<Hold> = (
  write: WriteChanges,
  holds: readonly Hold[],
  changes: readonly CounterChange[],
) => Promise<boolean>;

@Injectable()
export class StockService {
  constructor(
    private readonly database: Database,
    private readonly news: StockNews,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers every request as if they had come one after the other, in this order; each is held whole or not at all. Holds
   * past their time count as free. One statement for all who want what is plentiful, two for those who are left and for one who
   * comes alone: with nobody to share it, a statement that may leave it undecided saves nothing. Not to be called inside another
   * transaction, whose commit would then not wait for the disk either.
   * @throws InvalidInput when a request's lines are out of bounds
   */
  async hold(requests: readonly HoldRequest[]): Promise<HoldAnswer[]> {
    if (requests.length === 0) return [];
    for (const { lines } of requests) checkLines(lines, '/items');
    const held = requests.length > 1 ? await this.holdPlentiful(requests) : [];
    const left = requests.filter((_, at) => held[at] === undefined);
    const decided = (left.length === 0 ? [] : await this.holdAsDecided(left)).values();
    return requests.map((_, at) => {
      const answer = held[at] ?? decided.next().value;
      if (answer === undefined) throw new Error('Fewer requests were decided than were left');
      return answer;
    });
  }

  /** For owners that have asked before and have nothing to show for it: what still stands is theirs, else it is taken anew. */
  async holdAgain(requests: readonly HoldRequest[]): Promise<HoldAgainAnswer[]> {
    for (const { lines } of requests) checkLines(lines, '/items');
    return this.takeAsDecided(requests, async ({ offered }, tx) =>
      decideHoldsAgain(requests, offered, await readHolds(tx, ownersOf(requests))),
    );
  }

  /**
   * Sets what owners hold of single products, each change for itself as if they had come one after the other. Holds past their
   * time count as free.
   * @throws InvalidInput when a quantity is out of bounds
   */
  async setHolds(changes: readonly HoldChange[]): Promise<HoldChangeAnswer[]> {
    checkQuantities(changes);
    if (changes.length === 0) return [];
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const { offered, standing } = await lockPlacesOf(
        tx,
        ownersOf(changes),
        ByPlace.of(changes).values(),
        now,
      );
      const decision = decideChanges(changes, offered, standing);
      await this.record(tx, decision.wanted, decision.changes, { write: writeWanted, now });
      return decision.answers;
    });
  }

  /** Everything that the owner still holds is held until then. */
  async extendHolds(ownerId: string, until: Date): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction((tx) => extendLive(tx, ownerId, { until, now }));
  }

  /**
   * Makes what one owner holds another's: of each, all or nothing. What had expired is held anew, if it is still there. As
   * `hold`, not to be called inside another transaction.
   */
  async takeOver(requests: readonly TakeOver[]): Promise<TakeOverAnswer[]> {
    if (requests.length === 0) return [];
    const now = this.clock.now();
    return this.deciding(async (tx) => {
      const { offered, standing, askedBefore, given } = await lockHoldsOf(tx, requests, now).catch(
        asHoldRace,
      );
      const decision = decideTakeOver(requests, offered, standing, askedBefore);
      const left = leftToGive(decision.taken, given);
      await this.record(tx, left, decision.changes, { write: writeTakenOver, now });
      return decision.answers;
    });
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
      // What came since the places were read lies where nothing is locked, and was not there yet for this call.
      const standing = (await readHolds(tx, ownerIds)).filter((hold) => available.get(hold) !== undefined);
      const { used, changes } = decideUse(ownerIds, standing, available);
      if (used.length === 0) return;
      const { actor } = requestContext.current();
      await useHolds(tx, this.news.writerOf(tx, changes, now), used, changes, { actor, now });
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
    const movement = { productId, branchId, delta, cause: 'adjustment', reference: null, reason } as const;
    await this.database.transaction((tx) => moveStock(tx, [movement], { news: this.news, now }));
  }

  /**
   * Takes stock from one branch to another: two movements whose reference is the transfer.
   * @returns the transfer's id
   * @throws PlazaError as `adjust`, and `catalog.same-branch`
   */
  async transfer({ productId, fromBranchId, toBranchId, quantity, reason }: StockTransfer): Promise<string> {
    if (fromBranchId === toBranchId) throw sameBranch(fromBranchId);
    const now = this.clock.now();
    const reference = newId();
    const moved = { productId, cause: 'transfer', reference, reason } as const;
    const movements = [
      { ...moved, branchId: fromBranchId, delta: -quantity },
      { ...moved, branchId: toBranchId, delta: quantity },
    ];
    await this.database.transaction((tx) => moveStock(tx, movements, { news: this.news, now }));
    return reference;
  }

  /** @returns the answers to those who want what is plentiful, each at the place of its request */
  private holdPlentiful(requests: readonly HoldRequest[]): Promise<HoldAnswer[]> {
    return this.database.statement((tx) => holdPlentiful(tx, requests)).catch(noneWhenTooClose);
  }

  private holdAsDecided(requests: readonly HoldRequest[]): Promise<HoldAnswer[]> {
    return this.takeAsDecided(requests, ({ offered, askedBefore }) =>
      Promise.resolve(decideHolds(requests, offered, askedBefore)),
    );
  }

  private async takeAsDecided<Answer>(
    requests: readonly HoldRequest[],
    decide: (locked: LockedOffer, tx: Tx) => Promise<HoldDecision<Answer>>,
  ): Promise<Answer[]> {
    const now = this.clock.now();
    return this.deciding(async (tx) => {
      const locked = await lockOffered(tx, placesOf(requests), ownersOf(requests), now);
      const { answers, taken, changes } = await decide(locked, tx);
      await this.record(tx, taken, changes, { write: takeHolds, now });
      return answers;
    });
  }

  private async record<Hold>(
    tx: Tx,
    holds: readonly Hold[],
    changes: readonly CounterChange[],
    { write, now }: { write: WriteHolds<Hold>; now: Date },
  ): Promise<void> {
    const counted = changes.filter(({ held }) => held !== 0);
    if (holds.length === 0 && counted.length === 0) return;
    const asTaken = await write(this.news.writerOf(tx, counted, now), holds, counted).catch(asHoldRace);
    if (!asTaken) throw new HoldRace();
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
    await this.news.tell(tx, changes, now);
  }

  private async deciding<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      throw error instanceof HoldRace ? holdContended() : error;
    }
  }
}

/** What is to be given and was not yet. What was given must be part of it. */
function leftToGive(taken: readonly TakenOverHold[], given: readonly CountedHold[]): TakenOverHold[] {
  const keyOf = ({ ownerId, branchId, productId, quantity }: CountedHold) =>
    [ownerId, branchId, productId, quantity].join(' ');
  const done = new Set(given.map(keyOf));
  const left = taken.filter((hold) => !done.has(keyOf(hold)));
  if (left.length !== taken.length - done.size) throw new HoldRace();
  return left;
}

function ownersOf(requests: readonly { ownerId: string }[]): string[] {
  return requests.map(({ ownerId }) => ownerId);
}

function placesOf(requests: readonly HoldRequest[]): StockPlace[] {
  const places = requests.flatMap(({ branchId, lines }) =>
    lines.map(({ productId }): StockPlace => ({ branchId, productId })),
  );
  return ByPlace.of(places).values();
}
