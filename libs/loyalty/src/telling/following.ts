/** Follows a programme act by act: what its total was after each, and what its partner is to hear of. Pure. */
import { risesAbove, type NewsItem, type PartnerNews } from '../ledger/news';
import type { LoyaltyFact, MemberBalanceZero } from '../loyalty.events';
import type { Programme } from '../programmes/programme';
import type { PartnerEvent } from './partner-event';

export interface Followed {
  /** What all members had together. */
  total: number;
  /** How many events the partner was given. */
  events: number;
}

export interface Told {
  event: PartnerEvent;
  fact: LoyaltyFact | undefined;
}

/** @returns how far it was followed then, and what is to be told, in order */
export function follow(
  programme: Programme,
  from: Followed,
  items: readonly NewsItem[],
): { followed: Followed; told: Told[] } {
  let { total } = from;
  const told: Told[] = [];
  const tell = (
    event: Omit<PartnerEvent, 'id'>,
    factOf: (eventNumber: string) => LoyaltyFact | undefined,
  ) => {
    const id = String(from.events + told.length + 1);
    told.push({ event: { id, ...event }, fact: factOf(id) });
  };
  const { name, id: key } = programme;
  const threshold = programme.thresholds.totalAbove;
  for (const item of items) {
    if ('type' in item) {
      const { memberId, ...data } = item.data;
      tell({ type: item.type, timestamp: item.at, data }, (eventNumber) =>
        factOfMember(item, { ...name, eventNumber }),
      );
      continue;
    }
    const outstanding = total + item.totalBy;
    if (risesAbove(threshold, total, outstanding)) {
      const type = 'programme.total_above';
      const data = { outstanding, threshold };
      tell({ type, timestamp: item.at, data }, (eventNumber) => ({
        type,
        key,
        data: { ...name, eventNumber, ...data },
      }));
    }
    total = outstanding;
  }
  return { followed: { total, events: from.events + told.length }, told };
}

/** Expired points were announced as they expired. */
function factOfMember(
  news: PartnerNews,
  about: Pick<MemberBalanceZero['data'], 'partnerId' | 'mode' | 'eventNumber'>,
): LoyaltyFact | undefined {
  const { memberId, externalId: knownAs } = news.data;
  const of = { ...about, memberId, knownAs };
  switch (news.type) {
    case 'member.balance_above': {
      const { balance, threshold = 0 } = news.data;
      return { type: news.type, key: memberId, data: { ...of, balance, threshold } };
    }
    case 'member.balance_zero':
      return { type: news.type, key: memberId, data: { ...of, balance: news.data.balance } };
    case 'member.tier_changed': {
      const { from, to, earned } = news.data;
      return { type: news.type, key: memberId, data: { ...of, from, to, earned } };
    }
    case 'member.tier_falling': {
      const { from, to, earned, fallsAt } = news.data;
      return { type: news.type, key: memberId, data: { ...of, from, to, earned, fallsAt } };
    }
    case 'points.expiring': {
      const { points, expiresAt } = news.data;
      return { type: news.type, key: memberId, data: { ...of, points, expiresAt } };
    }
    case 'points.expired':
      return undefined;
  }
}
