/** What an act means beyond its member: for the programme's total, and for the partner, who wants to hear when a line was crossed. */

/** What a partner can hear of. */
export const partnerEventTypes = [
  'member.balance_above',
  'member.balance_zero',
  'member.tier_changed',
  'member.tier_falling',
  'programme.total_above',
  'points.expiring',
  'points.expired',
] as const;
export type PartnerEventType = (typeof partnerEventTypes)[number];

interface NewsOf<Type extends PartnerEventType, Data> {
  type: Type;
  /** When it became true. RFC 3339, UTC. */
  at: string;
  data: { memberId: string; externalId: string } & Data;
}

export type BalanceNews = NewsOf<
  'member.balance_above' | 'member.balance_zero' | 'points.expired',
  { points?: number; balance: number; held: number; threshold?: number }
>;

interface TierData {
  /** Null for none. */
  from: string | null;
  to: string | null;
  /** Points within the window. */
  earned: number;
}

export type TierNews =
  | NewsOf<'member.tier_changed', TierData>
  /** It falls at an instant unless more is earned. */
  | NewsOf<'member.tier_falling', TierData & { fallsAt: string }>;

/** Points that expire at an instant unless they are used. */
export type ExpiringNews = NewsOf<'points.expiring', { points: number; expiresAt: string }>;

export type PartnerNews = BalanceNews | TierNews | ExpiringNews;

/** In the order in which it became true. */
export type NewsItem =
  /** The total of all points that members have. */
  { totalBy: number; at: string } | PartnerNews;

/** True when a line was crossed upwards: it was not above it before, and is now. */
export function risesAbove(line: number, before: number, after: number): boolean {
  return before <= line && after > line;
}
