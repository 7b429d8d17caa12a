/**
 * Decides many requests for stock as if they had come one after the other: in order of arrival, each all or nothing, each
 * seeing what those before it took. Pure: it is given what is locked and tells what to write.
 */
import { groupBy } from '@plaza/platform';
import type { HeldLine, HoldAgainAnswer, HoldAnswer, HoldLine, HoldRequest, HoldStatus } from './hold';
import { ByPlace, type CounterChange, type StockPlace } from './stock-place';

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

type Held = Extract<HoldAnswer, { outcome: 'held' }>;
type Refusal = Extract<HoldAnswer, { outcome: 'products-unknown' | 'branch-unknown' }>;

interface CountedStock extends OfferedStock {
  left: number;
}

/** What is left of every locked row while one request after the other takes from it. */
class StockCounter {
  readonly taken: StandingHold[] = [];
  private readonly rows = new ByPlace<CountedStock>();

  constructor(offered: readonly OfferedStock[]) {
    for (const row of offered) this.rows.set(row, { ...row, left: row.available + row.freed });
  }

  /** Answers for a hold that stands: nothing is taken. */
  keep(request: HoldRequest): Held | Refusal {
    return answerFor(request, this.rowsOf(request));
  }

  take(request: HoldRequest): Exclude<HoldAnswer, { outcome: 'asked-before' }> {
    const rows = this.rowsOf(request);
    const answer = answerFor(request, rows);
    if (answer.outcome !== 'held') return answer;
    const short = request.lines.flatMap(({ productId, quantity }, at) => {
      const available = rows[at]?.left ?? 0;
      return available < quantity ? [{ productId, requested: quantity, available }] : [];
    });
    if (short.length > 0) return { outcome: 'short', short };
    request.lines.forEach(({ quantity }, at) => {
      const row = rows[at];
      if (row) row.left -= quantity;
    });
    this.taken.push(...asStanding(request));
    return answer;
  }

  /** Held goes up by what was taken and down by what had expired. */
  changes(): CounterChange[] {
    return this.rows.values().map(({ branchId, productId, available, left }) => {
      return { branchId, productId, availableBefore: available, onHand: 0, held: available - left };
    });
  }

  /** Line by line. */
  private rowsOf({ branchId, lines }: HoldRequest): (CountedStock | undefined)[] {
    return lines.map(({ productId }) => this.rows.get({ branchId, productId }));
  }
}

function answerFor({ lines, until }: HoldRequest, rows: (CountedStock | undefined)[]): Held | Refusal {
  const held: HeldLine[] = [];
  const productIds: string[] = [];
  for (const [at, { productId, quantity }] of lines.entries()) {
    const row = rows[at];
    if (row?.branchKnown === false) return { outcome: 'branch-unknown' };
    if (row?.offer) {
      const { name, price, currency } = row.offer;
      held.push({ productId, quantity, name, unitPrice: price, currency });
    } else {
      productIds.push(productId);
    }
  }
  return productIds.length > 0
    ? { outcome: 'products-unknown', productIds }
    : { outcome: 'held', until, lines: held };
}

function asStanding({ ownerId, branchId, lines, until }: HoldRequest): StandingHold[] {
  return lines.map(({ productId, quantity }) => {
    return { ownerId, branchId, productId, quantity, status: 'live', expiresAt: until };
  });
}

function isSameContent({ branchId, lines }: HoldRequest, standing: readonly StandingHold[]): boolean {
  const quantities = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  return (
    standing.length === quantities.size &&
    standing.every((hold) => hold.branchId === branchId && quantities.get(hold.productId) === hold.quantity)
  );
}
