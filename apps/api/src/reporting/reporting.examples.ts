/** The examples of reports: a week in which little was sold, who is told of it, and one thing that did not fit. */
import { customerId, later, online, orderId, page, partnerId, productId } from '../http/story.examples';

const recipientId = '019e2f50-44dd-7e5f-8a6b-7c8d9e0f1a2b';
const entryId = '019e2f44-11aa-7b2c-8d3e-4f5061728394';
const until = '2026-11-23T00:00:00.000Z';

const recipient = {
  ...{ id: recipientId, address: 'owner@example.com', language: 'es', attachments: ['pdf', 'csv'] },
  createdAt: '2026-11-02T08:00:00.000Z',
};
const drift = {
  ...{ id: '019e3201-aa11-7bb2-8cc3-dd44ee55ff66', kind: 'points-without-payment', subject: entryId },
  status: 'open',
  rows: {
    points: { entryId, partnerId, orderId, points: 59, takenBack: 0, at: later },
    order: null,
  },
  correction: { does: 'reverse-points', partnerId, entryId, orderId, points: 59 },
  ...{ occurredAt: later, foundAt: '2026-11-22T03:00:04.000Z' },
  ...{ seenAt: '2026-11-22T03:00:04.000Z', closedAt: null, approvedBy: null },
  ...{ dismissed: null, triedAt: null },
};
const revenue = {
  ...{ name: 'revenue', label: 'Revenue', unit: 'money', currency: 'EUR', value: 5980, rows: 1 },
  definition: 'Sum of the totals of purchases with a price. Money given back later is not taken off.',
  ...{ before: { value: 2990, rows: 1 }, sent: null },
};
const branches = {
  ...{ name: 'branches', label: 'By branch', all: 1 },
  definition: 'Purchases and their revenue by the branch that sold.',
  columns: [
    { name: 'purchases', label: 'Purchases', unit: 'count' },
    { name: 'revenue', label: 'Revenue', unit: 'money' },
  ],
  rows: [
    {
      ...{ id: '019e2f2e-0000-7000-8000-0000000000a1', label: 'Online', currency: 'EUR' },
      ...{ counts: { purchases: 1, revenue: 1 }, beforeCounts: { purchases: 1, revenue: 1 } },
      ...{ values: { purchases: 1, revenue: 5980 }, before: { purchases: 1, revenue: 2990 }, sent: null },
    },
  ],
};
const report = {
  ...{ week: '2026-W47', zone: 'UTC', from: '2026-11-16T00:00:00.000Z', to: until, language: 'en' },
  ...{ takenAt: '2026-11-23T07:00:00.000Z', isOver: true, isRestated: false },
  sent: { edition: 1, takenAt: '2026-11-23T07:00:00.000Z' },
  sections: [{ name: 'sales', label: 'Sales', figures: [revenue], lists: [branches] }],
  roots: [{ until, seal: 1204, hash: '9f2c4e'.padEnd(64, '0') }],
};
const wontMend = 'Given as a gift when the shop opened';
const wanted = { address: recipient.address, language: 'es', attachments: ['pdf', 'csv'] };

export const reportBodies: Record<string, unknown> = {
  'reports.send': { week: '2026-W47', recipients: [recipientId] },
  'reports.recipients.add': wanted,
  'reports.recipients.change': { language: 'en' },
  'reports.reconciliation.dismiss': { reason: wontMend },
};

export const reportAnswers: Record<string, unknown> = {
  'reports.weekly': report,
  'reports.send': { week: '2026-W47', edition: 1, delivered: 1, already: 0 },
  'reports.list': {
    items: [
      {
        ...{ id: '019e3310-1122-7334-8556-77889900aabb', week: '2026-W47', edition: 1, recipientId },
        ...{ address: recipient.address, language: 'es', mail: 'sent' },
        deliveredAt: '2026-11-23T07:00:02.000Z',
      },
    ],
    next: null,
  },
  'reports.recipients.list': page(recipient),
  'reports.recipients.add': recipient,
  'reports.recipients.get': recipient,
  'reports.recipients.change': { ...recipient, language: 'en' },
  'reports.reconciliation.list': page(drift),
  'reports.reconciliation.approve': {
    ...{ ...drift, status: 'corrected', closedAt: '2026-11-23T08:12:00.000Z' },
    approvedBy: { kind: 'staff', id: customerId },
  },
  'reports.reconciliation.dismiss': {
    ...{ ...drift, status: 'dismissed', closedAt: '2026-11-23T08:12:00.000Z' },
    dismissed: { kind: 'staff', id: customerId, reason: wontMend },
  },
  'reports.today.look': {
    since: '2026-11-20T23:00:00.000Z',
    sales: [{ currency: 'EUR', purchases: 214, revenue: 918_420 }],
    waiting: [
      { status: 'accepted', orders: 0 },
      { status: 'awaiting-payment', orders: 12 },
      { status: 'paid', orders: 31 },
    ],
    payments: [{ status: 'captured', currency: 'EUR', payments: 209, amount: 902_110 }],
    census: [
      {
        ...{ topic: 'offline', partition: 0, received: 4712, stored: 4703, duplicate: 4, conflicting: 1 },
        ...{ declined: 0, rejected: 2, parked: 2, open: 0, review: 0 },
        ...{ firstOffset: 0, lastOffset: 4711, gaps: 0 },
      },
    ],
    pointsOutstanding: 41_210,
    attention: {
      ...{ alarms: 0, reviews: 2, refusedReports: 0, drifts: 0, deadLetters: 0 },
      runningOut: {
        all: 1,
        first: [
          {
            ...{ productId, product: 'Blue shirt', branchId: online.id, branch: online.name },
            ...{ available: 12, sold: 42, movements: 31, daysLeft: 2 },
          },
        ],
      },
    },
  },
};
