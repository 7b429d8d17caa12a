/** What an act means beyond its member: for the programme's total, and for the partner, who wants to hear when a line was crossed. */

/** What a partner can hear of. */
export const partnerEventTypes = [
  'member.balance_above',
  'member.balance_zero',
  'programme.total_above',
  'points.expired',
] as const;
export type PartnerEventType = (typeof partnerEventTypes)[number];

export interface PartnerNews {
  type: Exclude<PartnerEventType, 'programme.total_above'>;
  /** RFC 3339, UTC. */
  at: string;
  data: {
    memberId: string;
    externalId: string;
    points?: number;
    balance: number;
    held: number;
    threshold?: number;
  };
}

/** In the order in which it became true. */
export type NewsItem =
  /** The total of all points that members have. */
  { totalBy: number; at: string } | PartnerNews;

/** True when a line was crossed upwards: it was not above it before, and is now. */
export function risesAbove(line: number, before: number, after: number): boolean {
  return before <= line && after > line;
}
