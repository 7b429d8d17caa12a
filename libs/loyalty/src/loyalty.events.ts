/** What loyalty announces. The key of every event is the member, of what is about a whole programme the programme. */
import type { EnvelopeOf, Fact } from '@plaza/messaging';
import type { ProgrammeMode } from './programmes/programme';

export const LOYALTY_TOPIC = 'loyalty.events';

/** Raised when points were moved, for whoever follows a programme's total and its news. */
export const LOYALTY_NEWS_SIGNAL = 'plaza_loyalty_news';

/** Raised when members have earned points, or lost what they had earned, where that makes tiers. */
export const LOYALTY_EARNED_SIGNAL = 'plaza_loyalty_earned';

/** Raised when the clock of a programme was moved. */
export const PROGRAMME_CLOCK_SIGNAL = 'plaza_loyalty_clock';

/** Raised when partners have new events to hear. */
export const PARTNER_EVENTS_SIGNAL = 'plaza_loyalty_partner_events';

interface ProgrammeData {
  partnerId: string;
  mode: ProgrammeMode;
}

interface PointsData extends ProgrammeData {
  memberId: string;
  /** The partner's own id of the member. */
  knownAs: string;
  entryId: string;
  points: number;
  /** What the member could use right after it. */
  balance: number;
}

export type PointsAccrued = Fact<
  'points-accrued',
  PointsData & {
    /** Null when they could be used at once. */
    availableFrom: string | null;
    expiresAt: string | null;
  }
>;

/** Used, at once or after they were held. */
export type PointsRedeemed = Fact<'points-redeemed', PointsData>;

export type PointsReversed = Fact<'points-reversed', PointsData & { reversedEntryId: string }>;

export type PointsExpired = Fact<'points-expired', PointsData>;

interface MemberNewsData extends ProgrammeData {
  /** The number under which the partner hears of it. */
  eventNumber: string;
  memberId: string;
  knownAs: string;
  balance: number;
}

/** What a member has rose above the line that the partner has drawn. */
export type MemberBalanceAbove = Fact<'member.balance_above', MemberNewsData & { threshold: number }>;

/** The member has used the last of what they had. */
export type MemberBalanceZero = Fact<'member.balance_zero', MemberNewsData>;

interface TierData extends ProgrammeData {
  eventNumber: string;
  memberId: string;
  knownAs: string;
  /** Null for none. */
  from: string | null;
  to: string | null;
  /** Points within the window that counts. */
  earned: number;
}

/** What a member has earned makes another tier than before. */
export type MemberTierChanged = Fact<'member.tier_changed', TierData>;

/** A member falls from their tier at an instant unless they earn more. */
export type MemberTierFalling = Fact<'member.tier_falling', TierData & { fallsAt: string }>;

/** A member loses points at an instant unless they use them. */
export type PointsExpiring = Fact<
  'points.expiring',
  ProgrammeData & {
    eventNumber: string;
    memberId: string;
    knownAs: string;
    points: number;
    expiresAt: string;
  }
>;

/** What all members have together rose above the line that the partner has drawn. */
export type ProgrammeTotalAbove = Fact<
  'programme.total_above',
  ProgrammeData & { eventNumber: string; outstanding: number; threshold: number }
>;

export type LoyaltyFact =
  | PointsAccrued
  | PointsRedeemed
  | PointsReversed
  | PointsExpired
  | MemberBalanceAbove
  | MemberBalanceZero
  | MemberTierChanged
  | MemberTierFalling
  | PointsExpiring
  | ProgrammeTotalAbove;
export type LoyaltyEvent = EnvelopeOf<LoyaltyFact>;
