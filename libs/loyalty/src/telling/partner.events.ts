/**
 * What partners hear, by webhook, stream and feed. It goes over no topic: the name stands for the three of them where they are
 * described.
 */

export const PARTNER_EVENTS = 'partner.events';

interface Told<Type extends string, Data> {
  type: Type;
  data: Data;
}

interface MemberData {
  /** The partner's own id of the member. */
  externalId: string;
  /** What the member could use right after it. */
  balance: number;
  /** What was set aside then, and counts with it. */
  held: number;
}

/** What a member has rose above the line that the partner has drawn; again only after it was not above it. */
export type MemberRoseAbove = Told<'member.balance_above', MemberData & { threshold: number }>;

/** The member has used the last of what they had; not when it expired or was taken back. */
export type MemberUsedUp = Told<'member.balance_zero', MemberData>;

/** What all members have together rose above the line that the partner has drawn. */
export type ProgrammeRoseAbove = Told<
  'programme.total_above',
  {
    /** Available, pending and held. */
    outstanding: number;
    threshold: number;
  }
>;

/** Points of a member have expired. */
export type MemberPointsExpired = Told<'points.expired', MemberData & { points: number }>;

/** Points of a member expire soon, if nobody uses them before. */
export type MemberPointsExpiring = Told<
  'points.expiring',
  {
    /** The partner's own id of the member. */
    externalId: string;
    points: number;
    expiresAt: string;
  }
>;

interface TierData {
  /** The partner's own id of the member. */
  externalId: string;
  /** Null for none. */
  from: string | null;
  /** Null for none. */
  to: string | null;
  /** Points within the window. */
  earned: number;
}

/** A member rose to another tier, or fell. */
export type MemberTierTurned = Told<'member.tier_changed', TierData>;

/** A member falls to another tier at an instant, unless more is earned before. */
export type MemberTierToFall = Told<'member.tier_falling', TierData & { fallsAt: string }>;

export type PartnerFact =
  | MemberRoseAbove
  | MemberUsedUp
  | ProgrammeRoseAbove
  | MemberPointsExpired
  | MemberPointsExpiring
  | MemberTierTurned
  | MemberTierToFall;
