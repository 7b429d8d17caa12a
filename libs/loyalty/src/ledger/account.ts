/** Where points lie. Every entry moves points from one account to another, so that the sum of all accounts is zero at every instant. */

/** Of a member: to be used, to be used from a date on, or set aside. */
export type PocketKind = 'available' | 'pending' | 'held';
/** Of the programme: where points come from, where they go to, and what they pass from member to member. */
export type ProgrammeAccountKind = 'issued' | 'redeemed' | 'expired' | 'transit';

/**
 * An account of a member. Points with a date of their own lie in a pocket of their own, which says when time alone moves them on:
 * pending ones become available, held ones are given back, available ones expire.
 */
export interface Pocket {
  readonly id: string;
  readonly kind: PocketKind;
  balance: number;
  /** Null where time moves nothing. */
  readonly dueAt: Date | null;
  /** When the points expire, wherever they lie until then; null for never. */
  readonly expiresAt: Date | null;
  readonly holdId: string | null;
}

/** Which are spent first: those that expire first, and those that never do last. */
export function bySpending(one: Pocket, other: Pocket): number {
  if (one.expiresAt === null || other.expiresAt === null) {
    return Number(one.expiresAt === null) - Number(other.expiresAt === null);
  }
  return one.expiresAt.getTime() - other.expiresAt.getTime();
}
