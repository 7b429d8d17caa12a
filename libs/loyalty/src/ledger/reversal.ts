/** Takes back what was done, by an act that does the opposite. Nothing that stands is changed. */
import { newId } from '@plaza/platform';
import { notReversible } from '../loyalty.errors';
import type { Act, RecordedAct } from './act';
import type { Book } from './book';
import type { Reverse } from './commands';

/** An act with what its entries left in the pockets of the member, or took from there. */
export interface ReversibleAct extends RecordedAct {
  legs: { pocketId: string; expiresAt: Date | null; points: number }[];
}

/**
 * Of an accrual: its points go back to where they came from, first those that lie where they were put. Of a use: they come back, to
 * expire when they would have.
 * @throws PlazaError `loyalty.not-reversible`, `loyalty.insufficient-points` when accrued points have been used
 */
export function reverse(
  book: Book,
  target: ReversibleAct,
  { description, actId = newId(), context }: Reverse,
  at: Date,
): Act {
  const draft = {
    id: actId,
    category: 'reversal',
    at,
    content: { description, reversesId: target.id },
    context,
  } as const;
  switch (target.category) {
    case 'accrual': {
      const [leg] = target.legs;
      const sources = book.sourcesOf(target.points, leg && book.pocket(leg.pocketId));
      return book.act(draft, () => {
        for (const { pocket, points } of sources) book.move(pocket, 'issued', points);
      });
    }
    case 'redemption':
    case 'capture':
      book.refuseMore(target.points);
      return book.act(draft, () => {
        for (const { expiresAt, points } of target.legs) {
          book.move('redeemed', book.availablePocket(expiresAt), points);
        }
      });
    default:
      throw notReversible(target.id, target.category);
  }
}
