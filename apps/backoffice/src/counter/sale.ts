/**
 * A sale as it is put together at the counter. It has its id before anything is sent and keeps it to the end, so that sending it again
 * is safe. What is done to it is pure: how it is kept is said elsewhere.
 */
import type { Schema } from '@plaza/client';
import { newId } from '../server/new-id';

export interface SaleLine {
  productId: string;
  sku: string;
  name: string;
  /** Minor units; what the customer was told, whatever the list says by the time the sale arrives. */
  unitPrice: number;
  currency: string;
  quantity: number;
  /** What the branch had when it was last told; null when that was another branch. */
  available: number | null;
}

export interface SaleCustomer {
  document: string;
  fullName: string | null;
}

export interface Sale {
  id: string;
  branchId: string | null;
  customer: SaleCustomer | null;
  lines: readonly SaleLine[];
  /** What Plaza had against it, in words. */
  refusal: string | null;
}

export interface Shortage {
  productId: string;
  available: number;
}

export const quantityMax = 1_000;
/** More lines than this are no order. */
export const linesMax = 100;

export function newSale(branchId: string | null = null): Sale {
  return { id: newId(), branchId, customer: null, lines: [], refusal: null };
}

export function withCustomer(sale: Sale, customer: SaleCustomer | null): Sale {
  return { ...sale, customer, refusal: null };
}

/** The stock of another branch is not known. */
export function atBranch(sale: Sale, branchId: string): Sale {
  if (sale.branchId === branchId) return sale;
  return { ...sale, branchId, lines: sale.lines.map((line) => ({ ...line, available: null })) };
}

/** What is on the list already becomes more. */
export function withMore(sale: Sale, line: SaleLine): Sale {
  const known = sale.lines.find(({ productId }) => productId === line.productId);
  if (!known && sale.lines.length >= linesMax) return sale;
  const quantity = bounded((known?.quantity ?? 0) + line.quantity);
  const lines = known
    ? sale.lines.map((each) => (each === known ? { ...line, quantity } : each))
    : [...sale.lines, { ...line, quantity }];
  return { ...sale, lines, refusal: null };
}

export function withQuantity(sale: Sale, productId: string, quantity: number): Sale {
  const lines = sale.lines.map((line) =>
    line.productId === productId ? { ...line, quantity: bounded(quantity) } : line,
  );
  return { ...sale, lines, refusal: null };
}

export function without(sale: Sale, productId: string): Sale {
  return { ...sale, lines: sale.lines.filter((line) => line.productId !== productId), refusal: null };
}

export function refusedFor(sale: Sale, refusal: string, short: readonly Shortage[]): Sale {
  const availableOf = (line: SaleLine) =>
    short.find(({ productId }) => productId === line.productId)?.available ?? line.available;
  return { ...sale, refusal, lines: sale.lines.map((line) => ({ ...line, available: availableOf(line) })) };
}

export function piecesOf({ lines }: Sale): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** In minor units of the currency of its first line; Plaza refuses a sale in several. */
export function totalOf({ lines }: Sale): { total: number; currency: string | null } {
  const total = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0);
  return { total, currency: lines[0]?.currency ?? null };
}

/** @param branchId where nothing was chosen */
export function bodyOf(sale: Sale, branchId: string): Schema<'SaleDto'> {
  return {
    id: sale.id,
    branchId: sale.branchId ?? branchId,
    ...(sale.customer && { document: sale.customer.document }),
    items: sale.lines.map(({ productId, quantity, unitPrice }) => ({ productId, quantity, unitPrice })),
  };
}

const bounded = (quantity: number) => Math.min(Math.max(Math.trunc(quantity) || 1, 1), quantityMax);
