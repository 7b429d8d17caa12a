/**
 * What a hold of a cart is: unlike an order's it changes line by line, is given until a later instant, and becomes the order's
 * when the cart is ordered. The words in which that is asked for and answered.
 */
import { InvalidInput, type InputFault } from '@plaza/platform';
import { holdQuantityMax, type HeldLine, type ShortLine } from './hold';
import type { StockPlace } from '../stock/stock-place';

/** What an owner wants to hold of a product from now on. */
export interface HoldChange extends StockPlace {
  ownerId: string;
  /** In all, not in addition; 0 gives back. */
  quantity: number;
  until: Date;
  /** Only if the owner holds so many of it when its turn comes; without it, whatever it holds. */
  onlyFrom?: number;
}

export type HoldChangeAnswer =
  | { outcome: 'held'; line: HeldLine }
  | { outcome: 'released' }
  /** Nothing was changed. `available`: what this owner could have at most, what it holds itself included. */
  | { outcome: 'short'; available: number }
  | { outcome: 'product-unknown' }
  | { outcome: 'branch-unknown' }
  /** Nothing was changed: the owner held something else than it was to be changed from. */
  | { outcome: 'held-otherwise'; held: number };

/** The holds of one owner are to become another's. */
export interface TakeOver {
  from: string;
  to: string;
  until: Date;
}

export type TakeOverAnswer =
  | { outcome: 'held'; branchId: string; until: Date; lines: HeldLine[] }
  /** Every line whose hold had expired and cannot be held anew; nothing was changed. */
  | { outcome: 'short'; short: ShortLine[] }
  /** `to` has holds already, in whatever state. */
  | { outcome: 'asked-before' }
  | { outcome: 'nothing-held' }
  /** It was closed meanwhile. */
  | { outcome: 'branch-unknown' }
  | { outcome: 'products-unknown'; productIds: string[] };

/** A hold as its owner sees it, with what the product is called and costs now. */
export interface HeldView extends HeldLine, StockPlace {
  ownerId: string;
  sku: string;
  /** False once it has expired: nothing is set aside any more, and asking again may get it back. */
  live: boolean;
  /** False when the product is not sold any more, for now or for good. */
  offered: boolean;
  expiresAt: Date;
}

/** @throws InvalidInput naming every quantity that is out of bounds */
export function checkQuantities(changes: readonly HoldChange[]): void {
  const faults = changes.flatMap(({ quantity }, at): InputFault[] =>
    Number.isInteger(quantity) && quantity >= 0 && quantity <= holdQuantityMax
      ? []
      : [{ pointer: `/${at}/quantity`, detail: `must be a whole number from 0 to ${holdQuantityMax}` }],
  );
  if (faults.length > 0) throw new InvalidInput(faults);
}
