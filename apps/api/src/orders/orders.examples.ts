/** The examples of carts, orders and invoices: two shirts are put in a cart, ordered and paid, and one customer waits for a third. */
import { at, customerId, later, online, orderId, page, productId } from '../http/story.examples';

const branchId = online.id;
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
  issuedAt: later,
  refunded: false,
  givenBack: 0,
  customer: { id: customerId, document: '52.345.678', fullName: 'Ana Pérez' },
  branch: online,
  lines: order.items,
  total: 5980,
  currency: 'EUR',
};
const paid = {
  ...{ ...order, status: 'paid', payBefore: null, paidAt: later, invoiceNumber: invoice.number },
  paymentId: '3f5379b6-4a95-49b3-a9c0-3a5703df8073',
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
const emptyCart = { ...cart, items: [], total: 0, currency: null };
const wish = { productId, quantity: 1 };
const place = {
  ...{ id: '019e2f40-4d5e-7f60-8172-93a4b5c6d7e8', ...wish, position: 3 },
  ...{ askedAt: at, waitsUntil: '2026-11-22T09:30:00.000Z' },
};

export const ordersBodies: Record<string, unknown> = {
  'carts.open': {},
  'carts.setItem': { quantity: 2 },
  'carts.waiting.join': wish,
  'orders.place': { id: orderId, items: [{ productId, quantity: 2 }] },
  'orders.sales.batch': { orders: [{ id: orderId, items: [{ productId, quantity: 2 }], placedAt: at }] },
  'orders.sales.sell': { branchId, document: '52.345.678', items: [{ productId, quantity: 1 }] },
  'orders.cancel': { reason: 'The wrong size' },
  'orders.refund': { reason: 'Both came back unworn' },
};

export const ordersAnswers: Record<string, unknown> = {
  'carts.open': emptyCart,
  'carts.get': cart,
  'carts.setItem': cart,
  'carts.removeItem': emptyCart,
  'carts.extend': { ...cart, extended: true, expiresAt: '2026-11-21T10:00:00.000Z' },
  'carts.waiting.join': place,
  'carts.waiting.list': page(place),
  'orders.place': order,
  'orders.place 202': { ...order, status: 'accepted', payBefore: null },
  'orders.sales.batch': { items: [{ id: orderId, outcome: 'created', order }] },
  'orders.sales.sell': { ...paid, sale: true },
  'orders.cancel': { ...order, status: 'cancelled', payBefore: null },
  'orders.fulfil': { ...paid, status: 'fulfilled' },
  'orders.refund': paid,
  'orders.history': page({
    ...{ at, from: null, to: 'awaiting-payment', actor: { kind: 'customer', id: customerId }, reason: null },
  }),
  'orders.get': order,
  'orders.list': page(order),
  'orders.invoices.get': invoice,
  'orders.invoices.list': {
    ...{ customer: invoice.customer, invoices: [invoice], total: 5980, currency: 'EUR' },
    ...{ totals: [{ total: 5980, currency: 'EUR' }], next: null },
  },
};
