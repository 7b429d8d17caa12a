/**
 * Decides many requests for stock as if they had come one after the other: in order of arrival, each all or nothing, each
 * seeing what those before it took. Pure: it is given what is locked and tells what to write.
 */
import { groupBy } from '@plaza/platform';
import type { HeldLine, HoldAgainAnswer, HoldAnswer, HoldLine, HoldRequest, HoldStatus } from './hold';
import { stockKey, type CounterChange, type StockPlace } from './stock-place';

/** What is known of a product in a branch, with the row of stock locked. */
export interface OfferedStock extends StockPlace {
  branchKnown: boolean;
  /** Null when there is no such product, or it is not sold at present. */
  offer: { name: string; price: number; currency: string } | null;
  /** What could be held when the row was locked. */
  available: number;
  /** What expired holds have given back since. */
  freed: number;
}

/** A hold as it stands. */
export interface StandingHold extends HoldLine {
  ownerId: string;
  branchId: string;
  status: HoldStatus;
  expiresAt: Date;
}

export interface HoldDecision<Answer> {
  /** One per request, in the same order. */
  answers: Answer[];
  taken: StandingHold[];
  changes: CounterChange[];
}

/** @param askedBefore the owners that have holds already, in whatever state */
export function decideHolds(
  requests: readonly HoldRequest[],
  offered: readonly OfferedStock[],
  askedBefore: ReadonlySet<string>,
): HoldDecision<HoldAnswer> {
  const counter = new StockCounter(offered);
  const owners = new Set(askedBefore);
  const answers = requests.map((request): HoldAnswer => {
    if (owners.has(request.ownerId)) return { outcome: 'asked-before' };
    const answer = counter.take(request);
    if (answer.outcome === 'held') owners.add(request.ownerId);
    return answer;
  });
  return { answers, taken: counter.taken, changes: counter.changes() };
}

/** As `decideHolds`, for owners that have asked before: what still stands is theirs, what has expired is taken anew. */
export function decideHoldsAgain(
  requests: readonly HoldRequest[],
  offered: readonly OfferedStock[],
  standing: readonly StandingHold[],
): HoldDecision<HoldAgainAnswer> {
  const counter = new StockCounter(offered);
  const holdsOf = groupBy(standing, ({ ownerId }) => ownerId);
  const answers = requests.map((request): HoldAgainAnswer => {
    const holds = holdsOf.get(request.ownerId);
    if (holds && !isSameContent(request, holds)) return { outcome: 'other-content' };
    const until = holds?.find(({ status }) => status === 'live')?.expiresAt;
    if (until) return counter.keep({ ...request, until });
    const ended = holds?.find(({ status }) => status !== 'expired')?.status;
    if (ended === 'used' || ended === 'released') return { outcome: 'ended', status: ended };
    const answer = counter.take(request);
    if (answer.outcome === 'held') holdsOf.set(request.ownerId, asStanding(request));
    return answer;
  });
  return { answers, taken: counter.taken, changes: counter.changes() };
}

type Refusal = Extract<HoldAnswer, { outcome: 'products-unknown' | 'branch-unknown' }>;

/** What is left of every locked row while one request after the other takes from it. */
class StockCounter {
  readonly taken: StandingHold[] = [];
  private readonly rows: Map<string, OfferedStock & { left: number }>;

  constructor(offered: readonly OfferedStock[]) {
    this.rows = new Map(
      offered.map((row) => [stockKey(row), { ...row, left: row.available + row.freed }] as const),
    );
  }

  /** Answers for a hold that stands: nothing is taken. */
  keep(request: HoldRequest): Extract<HoldAnswer, { outcome: 'held' }> | Refusal {
    const lines = this.offeredLines(request);
    return Array.isArray(lines) ? { outcome: 'held', until: request.until, lines } : lines;
  }

  take(request: HoldRequest): Exclude<HoldAnswer, { outcome: 'asked-before' }> {
    const { branchId } = request;
    const answer = this.keep(request);
    if (answer.outcome !== 'held') return answer;
    const short = request.lines.flatMap(({ productId, quantity }) => {
      const available = this.row(branchId, productId)?.left ?? 0;
      return available < quantity ? [{ productId, requested: quantity, available }] : [];
    });
    if (short.length > 0) return { outcome: 'short', short };
    for (const { productId, quantity } of request.lines) {
      const row = this.row(branchId, productId);
      if (row) row.left -= quantity;
    }
    this.taken.push(...asStanding(request));
    return answer;
  }

  /** Held goes up by what was taken and down by what had expired. */
  changes(): CounterChange[] {
    return [...this.rows.values()].map(({ branchId, productId, available, left }) => ({
      branchId,
      productId,
      availableBefore: available,
      onHand: 0,
      held: available - left,
    }));
  }

  private offeredLines({ branchId, lines }: HoldRequest): HeldLine[] | Refusal {
    const held: HeldLine[] = [];
    const unknown: string[] = [];
    for (const line of lines) {
      const row = this.row(branchId, line.productId);
      if (row?.branchKnown === false) return { outcome: 'branch-unknown' };
      if (row?.offer) {
        const { name, price, currency } = row.offer;
        held.push({ ...line, name, unitPrice: price, currency });
      } else {
        unknown.push(line.productId);
      }
    }
    return unknown.length > 0 ? { outcome: 'products-unknown', productIds: unknown } : held;
  }

  private row(branchId: string, productId: string) {
    return this.rows.get(stockKey({ branchId, productId }));
  }
}

function asStanding({ ownerId, branchId, lines, until }: HoldRequest): StandingHold[] {
  return lines.map((line) => ({ ...line, ownerId, branchId, status: 'live', expiresAt: until }));
}

function isSameContent({ branchId, lines }: HoldRequest, standing: readonly StandingHold[]): boolean {
  const quantities = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  return (
    standing.length === quantities.size &&
    standing.every((hold) => hold.branchId === branchId && quantities.get(hold.productId) === hold.quantity)
  );
}
