/**
 * Programmes, and what is in them. Plaza wants to hear with every request of staff whose programme they mean, so what is in one is
 * known here by the id of the partner and its own name together.
 */
import { sortedBy, type Collection } from '../server/collection';
import { plainQuery } from '../server/pages';

export const programmes: Collection = {
  path: '/v1/loyalty/programmes',
  pages: 'numbered',
  sortOf: sortedBy('createdAt'),
};

const uuidCharacters = 36;

export interface Place {
  partnerId: string;
  /** What the partner calls a member, or the id of a webhook. */
  name: string;
}

export const idIn = (partnerId: unknown, name: unknown): string => `${String(partnerId)}:${String(name)}`;

export const placeOf = (id: string): Place => ({
  partnerId: id.slice(0, uuidCharacters),
  name: id.slice(uuidCharacters + 1),
});

/** What a request about a webhook says of which. */
export const webhookParams = (id: string) => {
  const { partnerId, name } = placeOf(id);
  return { path: { id: name }, query: { partnerId } };
};

const pathBelow = (path: string) => (id: string) => {
  const { partnerId, name } = placeOf(id);
  return `${path}/${encodeURIComponent(name)}?partnerId=${partnerId}`;
};

const membersPath = '/v1/loyalty/members';
const webhooksPath = '/v1/loyalty/webhooks';

export const members: Collection = {
  path: membersPath,
  pathOf: pathBelow(membersPath),
  idOf: ({ externalId }, { partnerId }) => idIn(partnerId, externalId),
  pages: 'numbered',
  sortOf: sortedBy('joinedAt'),
};

/** Of the `member` in the filter. */
export const entries: Collection = {
  path: membersPath,
  listPathOf: ({ member }) => `${membersPath}/${encodeURIComponent(placeOf(String(member)).name)}/entries`,
  queryOf: ({ member, ...filter }) => ({
    ...plainQuery(filter),
    partnerId: placeOf(String(member)).partnerId,
  }),
  pages: 'numbered',
  sortOf: sortedBy('at'),
};

export const webhooks: Collection = {
  path: webhooksPath,
  pathOf: pathBelow(webhooksPath),
  idOf: ({ id }, { partnerId }) => idIn(partnerId, id),
  queryOf: ({ partnerId }) => ({ partnerId: String(partnerId) }),
  // There are few enough for one page, which takes no limit.
  isWhole: true,
  pages: 'followed',
};

/** Of the `webhook` in the filter. */
export const deliveries: Collection = {
  path: webhooksPath,
  listPathOf: ({ webhook }) => `${webhooksPath}/${placeOf(String(webhook)).name}/deliveries`,
  queryOf: ({ webhook, ...filter }) => ({
    ...plainQuery(filter),
    partnerId: placeOf(String(webhook)).partnerId,
  }),
  idOf: ({ eventId }) => String(eventId),
  pages: 'numbered',
};

export const entryCategories = [
  ...['accrual', 'redemption', 'reversal', 'transfer-out', 'transfer-in', 'hold', 'capture', 'release'],
  ...['maturity', 'hold-expiry', 'expiry'],
];

export const deliveryStatuses = ['waiting', 'delivered', 'failed'];

export const eventTypes = [
  'member.balance_above',
  'member.balance_zero',
  'programme.total_above',
  'member.tier_changed',
  'member.tier_falling',
  'points.expiring',
  'points.expired',
] as const;
