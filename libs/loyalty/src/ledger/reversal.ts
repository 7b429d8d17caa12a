/** Takes back what was done, by an act that does the opposite. Nothing that stands is changed. */
import { newId } from '@plaza/platform';
import { accrualExpired, notReversible } from '../loyalty.errors';
import type { RecordedAct } from './act';
import type { Book } from './book';
import type { Reverse, TakeBack } from './commands';

/** An act with what its entries left in the pockets of the member, or took from there. */
export interface ReversibleAct extends RecordedAct {
  legs: { pocketId: string; expiresAt: Date | null; points: number }[];
}

/**
 * Of an accrual: its points, or what is left of them after some were taken back, go back to where they came from, first those that
 * lie where they were put. Once they have expired nothing goes: what was left of them is gone, and others are not to pay for it. Of a
 * use: they come back, to expire when they would have.
 * @param before what took the act back, or parts of it; answered with one of these when nothing is left of it
 * @throws PlazaError `loyalty.not-reversible`, `loyalty.accrual-expired`, `loyalty.insufficient-points` when accrued points have been
 *   used
 */
export function reverse(
  book: Book,
  target: ReversibleAct,
  { description, actId = newId(), context }: Reverse,
  before: readonly RecordedAct[],
  at: Date,
): RecordedAct {
  const points = target.points - pointsOf(before);
  const whole = before.find(({ sourceId }) => sourceId === null) ?? before.at(-1);
  if (whole && points === 0) return whole;
  const content = { description, reversesId: target.id };
  const draft = { id: actId, category: 'reversal', at, content, context } as const;
  switch (target.category) {
    case 'accrual': {
      if (hasExpired(target, at)) throw accrualExpired(target.id, target.expiresAt);
      const sources = book.sourcesOf(points, ownPocket(book, target));
      return book.act(draft, () => {
        for (const { pocket, points: given } of sources) book.move(pocket, 'issued', given);
      });
    }
    case 'redemption':
    case 'capture':
      book.refuseMore(points);
      return book.act(draft, () => {
        for (const { expiresAt, points: used } of target.legs) {
          book.move('redeemed', book.availablePocket(expiresAt), used);
        }
      });
    default:
      throw notReversible(target.id, target.category);
  }
}

/**
 * As many points of an accrual as have to go, were not taken back before, and are there; of one that has expired none.
 * @returns the accrual itself when these are none
 * @throws PlazaError `loyalty.not-reversible`
 */
export function takeBack(
  book: Book,
  target: ReversibleAct,
  { inAll, description, sourceId, actId = newId(), context }: TakeBack,
  before: readonly RecordedAct[],
  at: Date,
): RecordedAct {
  if (target.category !== 'accrual') throw notReversible(target.id, target.category);
  const owed = Math.min(inAll, target.points) - pointsOf(before);
  const sources =
    owed > 0 && !hasExpired(target, at) ? book.sourcesOfMost(owed, ownPocket(book, target)) : [];
  if (sources.length === 0) return target;
  const content = { description, sourceId, reversesId: target.id };
  return book.act({ id: actId, category: 'reversal', at, content, context }, () => {
    for (const { pocket, points } of sources) book.move(pocket, 'issued', points);
  });
}

function hasExpired(act: ReversibleAct, at: Date): act is ReversibleAct & { expiresAt: Date } {
  return act.expiresAt !== null && act.expiresAt <= at;
}

function pointsOf(acts: readonly RecordedAct[]): number {
  return acts.reduce((sum, { points }) => sum + points, 0);
}

/** Where the points of an accrual were put. */
function ownPocket(book: Book, { legs: [leg] }: ReversibleAct) {
  return leg && book.pocket(leg.pocketId);
}
