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

export type PartnerFact = MemberRoseAbove | MemberUsedUp | ProgrammeRoseAbove | MemberPointsExpired;
