/** The examples of loyalty: a cafe's guest earns points for coffee, spends some, keeps some back for a table, and the cafe hears of it. */
import { at, category, customerId, later, page, partnerId, productId } from '../http/story.examples';

const sums = { externalId: 'guest-001', balance: 740, pending: 0, held: 0 };
const member = { ...sums, name: 'Alba Arroyo', email: null, joinedAt: at, isCustomer: true, tier: 'gold' };
const newcomer = { ...member, balance: 0, isCustomer: false, tier: null };
const posted = { id: '019e2f44-11aa-7b2c-8d3e-4f5061728394', points: 240, balance: 1140, at };
const accrual = {
  ...{ points: 240, description: 'Coffee beans', occurredAt: at, sourceId: 'receipt-8841' },
  expiresAt: '2027-11-21T09:30:00.000Z',
};
const entry = {
  ...{ ...posted, category: 'accrual', ...accrual, availableFrom: null },
  ...{ counterpart: null, holdId: null, reverses: null },
};
const settings = {
  thresholds: { balanceAbove: 1000, totalAbove: 100000 },
  earning: {
    ...{ currency: 'EUR', amount: 100, points: 1, rounding: 'down', zone: 'Europe/Madrid' },
    multipliers: [
      {
        ...{ name: 'Shirts on Saturdays', percent: 300, categoryId: category.id, branchId: null },
        ...{ from: '2026-11-01', until: '2026-12-31', weekdays: [6] },
      },
    ],
    ...{ orderPointsMax: 5000, pendingDays: 14, expiresAfterDays: 365 },
  },
  tiers: { windowDays: 365, noticeDays: 30, levels: [{ name: 'gold', from: 5000 }] },
  expiryNoticeDays: 30,
};
const programme = {
  id: partnerId,
  name: 'Cafe Central',
  createdAt: '2026-10-05T08:00:00.000Z',
  disabledAt: null,
};
const clock = { now: '2026-12-21T09:30:00.000Z', aheadMs: 2_592_000_000 };
const partnerEvent = {
  ...{ id: '17', type: 'member.balance_above', timestamp: at },
  data: { externalId: 'guest-001', balance: 1140, held: 0, threshold: 1000 },
};
const eventTypes = ['member.balance_above', 'member.balance_zero'];
const webhook = {
  id: '019e2f45-22bb-7c3d-8e4f-5a6b7c8d9e0f',
  url: 'https://partner.example/plaza',
  ...{ description: null, eventTypes: null, status: 'active', createdAt: at, previousSecretUntil: null },
  ...{ deliveredAt: at, failingSince: null, nextAttemptAt: null },
};
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const delivery = {
  ...{ eventId: '17', type: 'member.balance_above', status: 'waiting', attempts: 1 },
  lastAttempts: [{ number: 1, at, tookMs: 812, status: 503, error: null }],
  nextAttemptAt: '2026-11-21T09:30:05.210Z',
};
const totals = {
  points: [
    { at, outstanding: 100_240 },
    { at: later, outstanding: null },
  ],
};

export const loyaltyBodies: Record<string, unknown> = {
  'loyalty.members.add': { externalId: 'guest-001', name: 'Alba Arroyo' },
  'loyalty.memberCustomers.link': { customerId },
  'loyalty.points.accrue': accrual,
  'loyalty.points.redeem': {
    ...{ points: 400, description: 'A cake', occurredAt: at, sourceId: 'receipt-8902' },
  },
  'loyalty.points.hold': { points: 100, description: 'A table for four', sourceId: 'booking-77' },
  'loyalty.points.capture': { points: 60 },
  'loyalty.points.transfer': {
    ...{ from: 'guest-001', to: 'guest-002', points: 50, description: 'A gift', sourceId: 'gift-12' },
  },
  'loyalty.points.reverse': { description: 'The beans came back' },
  'loyalty.webhooks.add': { url: webhook.url, eventTypes },
  'loyalty.webhooks.change': { status: 'disabled' },
  'loyalty.webhooks.rotateSecret': { overlapMinutes: 1440 },
  'loyalty.webhooks.replay': { from: '17', to: '42' },
  'loyalty.programme.putSettings': settings,
  'loyalty.rules.dryRun': { lines: [{ productId, amount: 5980 }], at },
  'loyalty.sandbox.moveClock': { advanceMs: clock.aheadMs },
};

export const loyaltyAnswers: Record<string, unknown> = {
  'loyalty.members.add': newcomer,
  'loyalty.members.get': member,
  'loyalty.members.list': page(member),
  'loyalty.members.entries': page(entry),
  'loyalty.members.holds': page({
    ...{ id: posted.id, points: 100, description: 'A table for four', sourceId: 'booking-77', at },
    expiresAt: later,
  }),
  'loyalty.members.balance': { ...sums, asOf: at },
  'loyalty.memberCustomers.link': member,
  'loyalty.memberCustomers.unlink': { ...member, isCustomer: false },
  'loyalty.points.accrue': posted,
  'loyalty.points.redeem': { ...posted, points: 400, balance: 740 },
  'loyalty.points.hold': { ...posted, points: 100, balance: 640, expiresAt: '2026-11-21T09:45:00.000Z' },
  'loyalty.points.capture': { ...posted, points: 60, balance: 680 },
  'loyalty.points.release': { ...posted, points: 100, balance: 740 },
  'loyalty.points.transfer': { ...posted, points: 50, balance: 690 },
  'loyalty.points.reverse': { ...posted, balance: 450 },
  'loyalty.totals.of': totals,
  'loyalty.totals.ofAll': totals,
  'loyalty.webhooks.list': page(webhook),
  'loyalty.webhooks.add': { ...webhook, eventTypes, deliveredAt: null, secret },
  'loyalty.webhooks.get': webhook,
  'loyalty.webhooks.change': { ...webhook, status: 'disabled' },
  'loyalty.webhooks.rotateSecret': {
    ...{ id: webhook.id, secret, previousSecretUntil: '2026-11-22T09:30:00.000Z' },
  },
  'loyalty.webhooks.deliveries': page(delivery),
  'loyalty.webhooks.replay': { events: 26 },
  'loyalty.rules.dryRun': {
    ...{ points: 179, exact: '179.4000', rounding: 'down', capped: false, otherCurrency: false },
    lines: [
      {
        ...{ productId, amount: 5980, multiplier: 'Shirts on Saturdays', percent: 300 },
        ...{ fitting: ['Shirts on Saturdays'], exact: '179.4000' },
      },
    ],
  },
  'loyalty.partnerEvents.list': page(partnerEvent),
  'loyalty.programmes.list': page(programme),
  'loyalty.programmes.get': { ...programme, lastEventId: partnerEvent.id },
  'loyalty.programme.getSettings': settings,
  'loyalty.programme.putSettings': settings,
  'loyalty.programme.liability': {
    ...{ at, outstanding: 100_240, available: 96_100, pending: 3_140, held: 1_000, neverExpires: 12_400 },
    expiring: [
      { month: '2026-12-01T00:00:00.000Z', points: 8_200 },
      { month: '2027-01-01T00:00:00.000Z', points: 5_900 },
    ],
  },
  'loyalty.sandbox.get': clock,
  'loyalty.sandbox.moveClock': clock,
  'loyalty.sandbox.reset': { now: at, aheadMs: 0 },
};
