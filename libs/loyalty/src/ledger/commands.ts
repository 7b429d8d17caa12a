/** What a partner can have done with points. */
import type { RequestContext } from '@plaza/platform';

/** Given to a command as it comes in. */
interface Of {
  /** Whose request it is. */
  context?: RequestContext;
  /** The id of the act that it becomes; what follows from it has an id that follows from this one. */
  actId?: string;
}

interface Said {
  points: number;
  description: string;
  /** The partner's own id of it, under which it happens once. */
  sourceId: string;
  /** The date of the service; now where it does not matter. */
  occurredAt?: Date;
}

export interface Accrue extends Of, Said {
  does: 'accrue';
  externalId: string;
  occurredAt: Date;
  /** Pending until then; usable at once unless told. */
  availableFrom?: Date;
  /** Never, unless told. */
  expiresAt?: Date;
}

export interface Redeem extends Of, Said {
  does: 'redeem';
  externalId: string;
  occurredAt: Date;
}

export interface Hold extends Of, Said {
  does: 'hold';
  externalId: string;
  /** Until when; a quarter of an hour unless told. */
  expiresAt?: Date;
}

export interface Transfer extends Of, Said {
  does: 'transfer';
  from: string;
  to: string;
}

export interface Capture extends Of {
  does: 'capture';
  holdId: string;
  /** All of them unless told; the rest is released. */
  points?: number;
}

export interface Release extends Of {
  does: 'release';
  holdId: string;
}

export interface Reverse extends Of {
  does: 'reverse';
  entryId: string;
  description: string;
}

/** Takes points back whose ground has gone, in part or in full: as many as there still are. What was used stays used. */
export interface TakeBack extends Of {
  does: 'take-back';
  /** The accrual. */
  entryId: string;
  /** How many of its points are to have been taken back then, in all. */
  inAll: number;
  description: string;
  /** Under which it happens once. */
  sourceId: string;
}

export type Command = Accrue | Redeem | Hold | Transfer | Capture | Release | Reverse | TakeBack;

/** What became of a command. */
export interface Posted {
  /** Of the act; its entry in the statement. */
  id: string;
  points: number;
  /** What the member could use right after it. */
  balance: number;
  at: Date;
  /** False when it had been done before. */
  created: boolean;
  /** Of a hold: until when. */
  expiresAt: Date | null;
  holdId: string | null;
}
