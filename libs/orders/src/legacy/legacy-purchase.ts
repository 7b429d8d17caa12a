/** A purchase in the legacy shop, of which everything but its id and its instant may be unknown. */

export interface LegacyPurchase {
  /** Its id in the legacy shop. */
  legacyId: number;
  boughtAt: Date;
  customerId: string | null;
  branchId: string | null;
  product: LegacyProduct | null;
  /** What was charged, in minor units. */
  charged: number | null;
  /** Of all its prices. */
  currency: string;
  description: string | null;
}

export interface LegacyProduct {
  id: string;
  name: string;
  /** What it costs by the list, in minor units. */
  listPrice: number | null;
}

/** The price that counts: what was charged, else what the list says, else none. */
export function priceOf({ charged, product }: LegacyPurchase): number | null {
  return charged ?? product?.listPrice ?? null;
}
