/** One story told by the examples of the main routes: somebody registers, looks, buys two shirts and pays for them. */
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { paymentsAnswers, paymentsBodies } from '../payments/payments.examples';
import { transfersAnswers, transfersBodies } from '../transfers/transfers.examples';
import { reportAnswers, reportBodies } from './openapi-report-examples';

const at = '2026-11-21T09:30:00.000Z';
const customerId = '019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f';
const orderId = '019e2f41-7c55-7a31-8f0e-2d3c4b5a6978';
const productId = '019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e';
const branchId = ONLINE_BRANCH_ID;

const profile = {
  id: customerId,
  username: 'ana.perez',
  email: 'ana@example.com',
  fullName: 'Ana Pérez',
  documentNumber: '52.345.678',
  role: 'customer',
  createdAt: at,
};
const tokens = {
  accessToken: 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl',
  refreshToken: '9Yq3s0nUuQm0VbJ8c2xw1hJtP5e7R4k6',
  tokenType: 'Bearer',
  expiresIn: 900,
};
const category = { id: '019e2f2f-0001-7000-8000-000000000001', name: 'Shirts', slug: 'shirts' };
const listed = {
  ...{ id: productId, sku: 'SHIRT-BLUE-M', name: 'Blue shirt', price: 2990, currency: 'EUR' },
  ...{ available: 12, category },
};
const order = {
  id: orderId,
  number: 'P-00000042',
  status: 'awaiting-payment',
  items: [
    { productId, name: 'Blue shirt', quantity: 2, ...{ listPrice: 2990, unitPrice: 2990, lineTotal: 5980 } },
  ],
  total: 5980,
  currency: 'EUR',
  branchId,
  customerId,
  cartId: null,
  sale: false,
  placedAt: null,
  createdAt: at,
  payBefore: '2026-11-21T10:00:00.000Z',
  paidAt: null,
  paymentId: null,
  invoiceNumber: null,
};

const invoice = {
  number:
    '20261121093500000-000000000001A-01KAFKRQ00E008000000000001-01KRQK0NDAFCE9TBHZ99DPRZCE-01KRQKR6STFP79RKTTDDY8V7GF-55',
  orderId,
  orderNumber: 'P-00000042',
  issuedAt: '2026-11-21T09:35:00.000Z',
  refunded: false,
  customer: { id: customerId, document: '52.345.678', fullName: 'Ana Pérez' },
  branch: { id: branchId, code: 'online', name: 'Online' },
  lines: order.items,
  total: 5980,
  currency: 'EUR',
};

const cart = {
  id: '019e2f40-33aa-7c5d-8e6f-708192a3b4c5',
  branchId,
  customerId,
  items: [
    {
      ...{ productId, sku: 'SHIRT-BLUE-M', name: 'Blue shirt', quantity: 2 },
      ...{ unitPrice: 2990, lineTotal: 5980, held: true },
    },
  ],
  total: 5980,
  currency: 'EUR',
  createdAt: at,
  expiresAt: '2026-11-21T09:45:00.000Z',
  expired: false,
  extended: false,
  orderId: null,
};
const sums = { externalId: 'guest-001', balance: 740, pending: 0, held: 0 };
const posted = { id: '019e2f44-11aa-7b2c-8d3e-4f5061728394', points: 240, balance: 1140, at };
const accrual = {
  ...{ points: 240, description: 'Coffee beans', occurredAt: at, sourceId: 'receipt-8841' },
  expiresAt: '2027-11-21T09:30:00.000Z',
};
const earningRules = {
  ...{ currency: 'EUR', amount: 100, points: 1, rounding: 'down', zone: 'Europe/Madrid' },
  multipliers: [
    {
      ...{ name: 'Shirts on Saturdays', percent: 300, categoryId: category.id, branchId: null },
      ...{ from: '2026-11-01', until: '2026-12-31', weekdays: [6] },
    },
  ],
  ...{ orderPointsMax: 5000, pendingDays: 14, expiresAfterDays: 365 },
};
const partnerEvent = {
  ...{ id: '17', type: 'member.balance_above', timestamp: at },
  data: { externalId: 'guest-001', balance: 1140, held: 0, threshold: 1000 },
};
const webhook = {
  id: '019e2f45-22bb-7c3d-8e4f-5a6b7c8d9e0f',
  url: 'https://partner.example/plaza',
  ...{ description: null, eventTypes: null, status: 'active', createdAt: at, previousSecretUntil: null },
  ...{ deliveredAt: at, failingSince: null, nextAttemptAt: null },
};
const delivery = {
  ...{ eventId: '17', type: 'member.balance_above', status: 'waiting', attempts: 1 },
  lastAttempts: [{ number: 1, at, tookMs: 812, status: 503, error: null }],
  nextAttemptAt: '2026-11-21T09:30:05.210Z',
};
const branch = { id: branchId, code: 'online', name: 'Online' };

/** By operation id. */
const bodies: Record<string, unknown> = {
  ...reportBodies,
  ...paymentsBodies,
  ...transfersBodies,
  'identity.register': {
    ...{ username: 'ana.perez', email: 'ana@example.com', password: 'correct horse battery' },
    fullName: 'Ana Pérez',
  },
  'identity.logIn': { username: 'ana.perez', password: 'correct horse battery' },
  'identity.refresh': { refreshToken: tokens.refreshToken },
  'identity.oAuth.token': {
    ...{ grant_type: 'client_credentials', client_id: 'till-7', client_secret: '…', scope: 'payments:feed' },
  },
  'catalog.products.create': {
    ...{ sku: 'SHIRT-BLUE-M', name: 'Blue shirt', price: 2990, currency: 'EUR', categoryId: category.id },
  },
  'catalog.stock.adjust': { productId, branchId, delta: 12, reason: 'Delivery of Tuesday' },
  'carts.open': {},
  'carts.setItem': { quantity: 2 },
  'orders.place': { id: orderId, items: [{ productId, quantity: 2 }] },
  'orders.sales.batch': { orders: [{ id: orderId, items: [{ productId, quantity: 2 }], placedAt: at }] },
  'orders.sales.sell': { branchId, document: '52.345.678', items: [{ productId, quantity: 1 }] },
  'orders.cancel': { reason: 'The wrong size' },
  'loyalty.members.add': { externalId: 'guest-001', name: 'Alba Arroyo' },
  'loyalty.points.accrue': accrual,
  'loyalty.points.redeem': {
    ...{ points: 400, description: 'A cake', occurredAt: at, sourceId: 'receipt-8902' },
  },
  'loyalty.points.hold': { points: 100, description: 'A table for four', sourceId: 'booking-77' },
  'loyalty.points.transfer': {
    ...{ from: 'guest-001', to: 'guest-002', points: 50, description: 'A gift', sourceId: 'gift-12' },
  },
  'loyalty.webhooks.add': { url: webhook.url, eventTypes: ['member.balance_above', 'member.balance_zero'] },
  'loyalty.webhooks.change': { status: 'disabled' },
  'loyalty.webhooks.rotateSecret': { overlapMinutes: 1440 },
  'loyalty.webhooks.replay': { from: '17', to: '42' },
  'loyalty.programme.putSettings': {
    thresholds: { balanceAbove: 1000, totalAbove: 100000 },
    earning: earningRules,
    tiers: { windowDays: 365, noticeDays: 30, levels: [{ name: 'gold', from: 5000 }] },
    expiryNoticeDays: 30,
  },
  'loyalty.rules.dryRun': { lines: [{ productId, amount: 5980 }], at },
};

const answers: Record<string, unknown> = {
  ...reportAnswers,
  ...paymentsAnswers,
  ...transfersAnswers,
  'identity.register': profile,
  'identity.me': profile,
  'identity.logIn': tokens,
  'identity.refresh': tokens,
  'identity.oAuth.token': {
    ...{ access_token: tokens.accessToken, token_type: 'Bearer', expires_in: 900, scope: 'payments:feed' },
  },
  'catalog.productList.list': { items: [listed], next: 'eyJuIjoiQmx1ZSBzaGlydCJ9' },
  'catalog.products.get': { ...listed, description: 'Cotton', active: true },
  'catalog.stock.adjust': { branch, onHand: 12, held: 0, available: 12 },
  'carts.open': { ...cart, items: [], total: 0, currency: null },
  'carts.get': cart,
  'carts.setItem': cart,
  'orders.place': order,
  'orders.place 202': { ...order, status: 'accepted', payBefore: null },
  'orders.sales.batch': { items: [{ id: orderId, outcome: 'created', order }] },
  'orders.sales.sell': {
    ...{ ...order, status: 'paid', sale: true, payBefore: null },
    ...{ paidAt: invoice.issuedAt, invoiceNumber: invoice.number },
  },
  'orders.cancel': { ...order, status: 'cancelled', payBefore: null },
  'orders.history': {
    items: [
      { at, from: null, to: 'awaiting-payment', actor: { kind: 'customer', id: customerId }, reason: null },
    ],
    next: null,
  },
  'orders.get': order,
  'orders.list': { items: [order], next: null },
  'orders.invoices.get': invoice,
  'orders.invoices.list': {
    ...{ customer: invoice.customer, invoices: [invoice], total: 5980, currency: 'EUR' },
    ...{ totals: [{ total: 5980, currency: 'EUR' }], next: null },
  },
  'loyalty.members.get': {
    ...sums,
    name: 'Alba Arroyo',
    email: null,
    joinedAt: at,
    isCustomer: true,
    tier: 'gold',
  },
  'loyalty.members.balance': { ...sums, asOf: at },
  'loyalty.points.accrue': posted,
  'loyalty.points.redeem': { ...posted, points: 400, balance: 740 },
  'loyalty.points.hold': { ...posted, points: 100, balance: 640, expiresAt: '2026-11-21T09:45:00.000Z' },
  'loyalty.totals.of': {
    points: [
      { at, outstanding: 100_240 },
      { at: '2026-11-21T09:35:00.000Z', outstanding: null },
    ],
  },
  'loyalty.webhooks.list': { items: [webhook], next: null },
  'loyalty.webhooks.add': {
    ...{ ...webhook, eventTypes: ['member.balance_above', 'member.balance_zero'], deliveredAt: null },
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  },
  'loyalty.webhooks.get': webhook,
  'loyalty.webhooks.deliveries': { items: [delivery], next: null },
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
  'loyalty.partnerEvents.list': { items: [partnerEvent], next: null },
  'reports.today.look': {
    since: '2026-11-20T23:00:00.000Z',
    sales: [{ currency: 'EUR', purchases: 214, revenue: 918_420 }],
    waiting: [
      { status: 'accepted', orders: 0 },
      { status: 'awaiting-payment', orders: 12 },
      { status: 'paid', orders: 31 },
    ],
    payments: [{ status: 'captured', currency: 'EUR', payments: 209, amount: 902_110 }],
    attention: {
      ...{ alarms: 0, reviews: 2, drifts: 0 },
      runningOut: {
        all: 1,
        first: [
          {
            ...{ productId, product: 'Blue shirt', branchId, branch: branch.name },
            ...{ available: 12, sold: 42, daysLeft: 2 },
          },
        ],
      },
    },
  },
};

export const exampleOfBody = (operationId: string): unknown => bodies[operationId];
/** One for the status where there is one, else the one for everything that goes well. */
export const exampleOfAnswer = (operationId: string, status: string): unknown =>
  answers[`${operationId} ${status}`] ?? answers[operationId];
/** The operations that have an example, for a test to see that all of them exist. */
export const operationsWithExamples = [...Object.keys(bodies), ...Object.keys(answers)].map(
  (key) => key.split(' ')[0],
);
