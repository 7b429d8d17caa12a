/**
 * Decides many requests for stock as if they had come one after the other: in order of arrival, each all or nothing, each
 * seeing what those before it took. Pure: it is given what is locked and tells what to write.
 */
import { groupBy } from '@plaza/platform';
import type { HeldLine, HoldAgainAnswer, HoldAnswer, HoldLine, HoldRequest, HoldStatus } from './hold';
import { offeredLine, StockCounter, type CountedStock, type OfferedStock } from '../stock/stock-counter';
import type { CounterChange } from '../stock/stock-place';

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
  const counter = new LineCounter(offered);
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
  const counter = new LineCounter(offered);
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

/** Takes all lines of a request or none. */
class LineCounter {
  readonly taken: StandingHold[] = [];
  private readonly counter: StockCounter;

  constructor(offered: readonly OfferedStock[]) {
    this.counter = new StockCounter(offered);
  }

  changes(): CounterChange[] {
    return this.counter.changes();
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

  /** Line by line. */
  private rowsOf({ branchId, lines }: HoldRequest): (CountedStock | undefined)[] {
    return lines.map(({ productId }) => this.counter.row({ branchId, productId }));
  }
}

function answerFor({ lines, until }: HoldRequest, rows: (CountedStock | undefined)[]): Held | Refusal {
  const held: HeldLine[] = [];
  const productIds: string[] = [];
  for (const [at, line] of lines.entries()) {
    const row = rows[at];
    if (row?.branchKnown === false) return { outcome: 'branch-unknown' };
    const offered = offeredLine(line, row);
    if (offered) held.push(offered);
    else productIds.push(line.productId);
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
