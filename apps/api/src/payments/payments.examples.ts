/**
 * The examples of the payments routes: the two shirts are paid and one is sent back, a till sends a message about an account that
 * nobody knows, and the screening service does not like a payment.
 */
import { customerId, orderId, page, staffId } from '../http/story.examples';

const customerPayment = '3f5379b6-4a95-49b3-a9c0-3a5703df8073';
const parkedPayment = '8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684';
const riskyPayment = 'd2a94b10-77c3-4e52-8a6f-1b0e9c3d5f72';
const refundId = '019e2f52-6c1d-7e40-8b93-0f1a2b3c4d5e';
const staff = { kind: 'staff', id: staffId };

const paidAt = '2026-11-21T09:35:00.412Z';
const takenAt = '2026-11-21T09:36:10.007Z';
const seenAt = '2026-11-21T10:02:33.000Z';

const payment = {
  ...{
    id: customerPayment,
    status: 'captured',
    type: 'online',
    accountId: 2001,
    amount: 5980,
    currency: 'EUR',
  },
  ...{ orderId, cardLast4: '1233', attempts: 1 },
  ...{ createdAt: '2026-11-21T09:35:00.118Z', capturedAt: paidAt, settledAt: paidAt, nextAttemptAt: null },
  givenBack: 2990,
};
const account = {
  ...{ id: 2001, customerId, name: 'Ana Pérez', email: 'ana@example.com', birthdate: null },
  ...{ lastPaymentDate: paidAt, createdAt: '2026-11-21T09:30:00.214Z' },
};
const attempt = {
  ...{ number: 1, askedAt: '2026-11-21T09:35:00.361Z', tookMs: 51, outcome: 'approved', httpStatus: 200 },
  ...{ answer: '{"approved":true}', reason: 'The gateway approved it (200)' },
};
const place = { topic: 'offline', partition: 0, offset: 4711 };
const accountUnknown = 'The account is not known yet';
const message = {
  ...{ ...place, outcome: 'parked', reasonCode: 'account-unknown', reason: accountUnknown },
  ...{ paymentId: parkedPayment, receivedAt: takenAt, producedAt: '2026-11-21T09:36:09.870Z' },
};
const replayed = { ...place, before: 'parked', after: 'stored', reason: 'The account is known now' };
const errorReport = {
  ...{
    id: '019e2f43-9d10-7b61-8c25-6a7b8c9d0e1f',
    paymentId: parkedPayment,
    kind: 'parked',
    errorType: 'other',
  },
  ...{ description: accountUnknown, status: 'delivered', attempts: 1, lastFailure: null },
  ...{ createdAt: takenAt, deliveredAt: '2026-11-21T09:36:10.240Z' },
};
const census = {
  ...{
    topic: 'offline',
    partition: 0,
    received: 4712,
    stored: 4703,
    duplicate: 4,
    conflicting: 1,
    declined: 0,
  },
  ...{ rejected: 2, parked: 2, open: 0, review: 0, firstOffset: 0, lastOffset: 4711, gaps: 0, missing: [] },
};
const alarm = {
  ...{ id: '019e2f50-1e2f-7a3b-9c4d-5e6f70819203', kind: 'offsets-missing', topic: 'online', partition: 1 },
  description:
    'Offsets were passed over: Kafka had not kept these messages when they were to be taken, or a producer used transactions',
  ...{ firstOffset: 880, lastOffset: 911, occurrences: 1, raisedAt: takenAt, lastRaisedAt: takenAt },
  ...{ acknowledgedAt: null, acknowledgedBy: null, note: null },
};
const acknowledgement = { note: 'The topic kept messages for an hour only; it is a week now' };
const acknowledged = { ...alarm, acknowledgedAt: seenAt, acknowledgedBy: staff, ...acknowledgement };
const refund = {
  ...{
    id: refundId,
    paymentId: customerPayment,
    amount: 2990,
    reason: 'One shirt came back',
    status: 'refunded',
  },
  ...{ requestedBy: staff, requestedAt: seenAt, settledAt: '2026-11-21T10:02:33.480Z', nextAttemptAt: null },
  attempts: [{ ...attempt, askedAt: '2026-11-21T10:02:33.430Z', answer: '{"refunded":true}' }],
};
const openRefund = { ...refund, status: 'open', settledAt: null, nextAttemptAt: seenAt, attempts: [] };
const review = {
  ...{ id: '019e2f51-4b5c-7d6e-8f70-819203a4b5c6', paymentId: riskyPayment, reasonCode: 'risk-too-high' },
  ...{ reason: 'The risk is 88, and 80 is the limit', beganAt: takenAt },
  ...{ decision: null, note: null, decidedBy: null, decidedAt: null },
};
const decision = { decision: 'approve', note: 'The customer was called back' };
const screening = {
  ...{
    paymentId: riskyPayment,
    askedAt: takenAt,
    tookMs: 143,
    httpStatus: 200,
    risk: 88,
    result: 12,
    fault: null,
  },
  answer: '{"Status":"OK","Ver":"4.2.4","Data":{"SEG":[],"RISKREPQ":["TQ1;C0;11;20.27;88"]}}',
  ...{ riskMax: 80, policy: 'review', verdict: 'review' },
};
const approved = {
  ...{
    ...payment,
    id: riskyPayment,
    status: 'pending',
    orderId: null,
    currency: null,
    attempts: 0,
    givenBack: 0,
  },
  ...{ capturedAt: null, settledAt: null, nextAttemptAt: seenAt },
};

export const paymentsBodies: Record<string, unknown> = {
  'payments.pay': { orderId: payment.orderId, creditCard: '4980276372331233' },
  'payments.feed.take':
    '{"payment_id":"8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684","account_id":547,"payment_type":"offline","credit_card":"","amount":30}\n',
  'payments.alarms.acknowledge': acknowledgement,
  'payments.refunds.refund': { amount: refund.amount, reason: refund.reason },
  'payments.replay.replay': { outcome: 'parked', from: '2026-11-21T09:00:00.000Z', dryRun: true },
  'payments.review.decide': decision,
};

export const paymentsAnswers: Record<string, unknown> = {
  'payments.pay': { id: customerPayment, status: 'pending' },
  'payments.get': payment,
  'payments.list': page(payment),
  'payments.attempts': page(attempt),
  'payments.census': [census],
  'payments.listMessages': page(message),
  'payments.listErrors': page(errorReport),
  'payments.feed.take': { topic: 'offline', partition: 0, firstOffset: 4711, lastOffset: 4711, count: 1 },
  'payments.accounts.list': page(account),
  'payments.accounts.get': account,
  'payments.alarms.list': page(alarm),
  'payments.alarms.acknowledge': acknowledged,
  'payments.refunds.refund': openRefund,
  'payments.refunds.list': page(refund),
  'payments.refunds.askAgain': openRefund,
  'payments.replay.message': {
    ...{ ...message, payment: null, attempts: [], errorReports: [errorReport], replays: [] },
  },
  'payments.replay.replayOne': replayed,
  'payments.replay.replay': {
    ...{ dryRun: true, examined: 1, changed: 1, counts: [{ from: 'parked', to: 'stored', count: 1 }] },
    ...{ places: [replayed], more: false, next: null },
  },
  'payments.review.list': page(review),
  'payments.review.screening': screening,
  'payments.review.decide': approved,
};
