/** What was done at once: one or more entries that belong together, and what is said of them. */
import type { RequestContext } from '@plaza/platform';
import type { Pocket, ProgrammeAccountKind } from './account';

export const categories = [
  ...(['accrual', 'redemption', 'reversal', 'transfer-out', 'transfer-in'] as const),
  ...(['hold', 'capture', 'release'] as const),
  // By time alone: pending points became available, held ones were given back, available ones are gone.
  ...(['maturity', 'hold-expiry', 'expiry'] as const),
] as const;
export type Category = (typeof categories)[number];

/** By what a member comes into a tier, and out of it. */
export const makesTiers: readonly Category[] = ['accrual', 'reversal'];

/** What the partner said of it. */
export interface ActContent {
  description: string | null;
  occurredAt: Date | null;
  /** The partner's own id, under which it happens once. */
  sourceId: string | null;
  availableFrom: Date | null;
  /** Of an accrual: when its points expire. Of a hold: until when it holds. */
  expiresAt: Date | null;
  /** The other member of a transfer. */
  counterpartId: string | null;
  holdId: string | null;
  /** The act that it takes back. */
  reversesId: string | null;
}

export const noContent: ActContent = {
  ...{ description: null, occurredAt: null, sourceId: null, availableFrom: null, expiresAt: null },
  ...{ counterpartId: null, holdId: null, reversesId: null },
};

export interface Leg {
  from: Pocket | ProgrammeAccountKind;
  to: Pocket | ProgrammeAccountKind;
  points: number;
}

/** An act as it stands in the ledger. */
export interface RecordedAct extends ActContent {
  id: string;
  memberId: string;
  category: Category;
  points: number;
  at: Date;
  /** What the member could use right after it. */
  balance: number;
}

/** An act that was decided just now. */
export interface Act extends RecordedAct {
  externalId: string;
  legs: Leg[];
  context: RequestContext | undefined;
}
