/**
 * What a hold is: stock of one branch set aside for an owner (an order, by its id) until an instant, all lines or none. The
 * words in which it is asked for and answered.
 */
import { InvalidInput, type InputFault } from '@plaza/platform';

export const holdLinesMax = 100;
export const holdQuantityMax = 1_000;

export interface HoldLine {
  productId: string;
  quantity: number;
}

export interface HoldRequest {
  /** Makes it happen once: for the same owner nothing is taken twice. */
  ownerId: string;
  branchId: string;
  lines: HoldLine[];
  until: Date;
}

/** A held line with what the product is called and costs now. */
export interface HeldLine extends HoldLine {
  name: string;
  unitPrice: number;
  currency: string;
}

export interface ShortLine {
  productId: string;
  requested: number;
  available: number;
}

export type HoldStatus = 'live' | 'used' | 'released' | 'expired';

export type HoldAnswer =
  | { outcome: 'held'; until: Date; lines: HeldLine[] }
  /** Every line that cannot be held; nothing was taken. */
  | { outcome: 'short'; short: ShortLine[] }
  | { outcome: 'products-unknown'; productIds: string[] }
  | { outcome: 'branch-unknown' }
  /** The owner has asked before; nothing was taken. What came of it, its owner knows better. */
  | { outcome: 'asked-before' };

/** What an owner that asked before gets when it asks again. */
export type HoldAgainAnswer =
  | Exclude<HoldAnswer, { outcome: 'asked-before' }>
  /** It holds, or held, something else. */
  | { outcome: 'other-content' }
  | { outcome: 'ended'; status: 'used' | 'released' };

/** @throws InvalidInput naming every line that is out of bounds or names a product again */
export function checkLines(lines: readonly HoldLine[], pointer: string): void {
  const faults: InputFault[] = [];
  if (lines.length === 0 || lines.length > holdLinesMax) {
    faults.push({ pointer, detail: `must have 1 to ${holdLinesMax} lines` });
  }
  const seen = new Set<string>();
  lines.forEach(({ productId, quantity }, at) => {
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > holdQuantityMax) {
      faults.push({
        pointer: `${pointer}/${at}/quantity`,
        detail: `must be a whole number from 1 to ${holdQuantityMax}`,
      });
    }
    if (seen.has(productId)) {
      faults.push({
        pointer: `${pointer}/${at}/productId`,
        detail: 'names a product that an earlier line names',
      });
    }
    seen.add(productId);
  });
  if (faults.length > 0) throw new InvalidInput(faults);
}
