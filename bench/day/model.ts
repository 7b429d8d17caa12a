/**
 * A day of the shop as those who use it make it: what one of them asks for, when in the day, and how much more when all come at once.
 * Measured and planned is what stands here, so whoever expects another day changes these numbers and runs `npm run bench -- day` again.
 */

export const kinds = [
  'browse',
  'search',
  'product',
  'sign-in',
  'refresh',
  'cart',
  'order',
  'pay',
  'history',
  'accrue',
  'balance',
  'feed',
] as const;
export type Kind = (typeof kinds)[number];

interface KindOfRequest {
  /** The route, for people. */
  asks: string;
  /** How many of these one user causes in a day, on average; partners' machines ask on behalf of their members. */
  perUser: number;
}

export const day: Record<Kind, KindOfRequest> = {
  browse: { asks: 'GET /v1/catalog/products, a page of a category', perUser: 6 },
  search: { asks: 'GET /v1/catalog/products?q=, words of names', perUser: 1.5 },
  product: { asks: 'GET /v1/catalog/products/{id}', perUser: 4 },
  'sign-in': { asks: 'POST /v1/identity/token, a password is checked', perUser: 0.1 },
  refresh: { asks: 'POST /v1/identity/token/refresh', perUser: 0.9 },
  cart: { asks: 'PUT /v1/orders/carts/{id}/items/{productId}, stock is held', perUser: 0.8 },
  order: { asks: 'POST /v1/orders, two lines, and all that follows', perUser: 0.2 },
  pay: { asks: 'POST /v1/payments, the gateway’s answer, and all that follows', perUser: 0.19 },
  history: { asks: 'GET /v1/orders, the own ones', perUser: 0.6 },
  accrue: { asks: 'POST /v1/loyalty/members/{id}/accruals', perUser: 0.5 },
  balance: { asks: 'GET /v1/loyalty/members/{id}/balance', perUser: 1 },
  feed: { asks: 'GET /v1/loyalty/events?after=', perUser: 0.2 },
};

/** Percent of a day's requests in each of its hours, from midnight on. */
export const hours: readonly number[] = [
  1.4, 0.8, 0.5, 0.4, 0.5, 0.9, 2.0, 3.4, 4.6, 5.0, 5.3, 5.8, 6.2, 5.6, 5.0, 4.9, 5.2, 6.0, 7.0, 7.8, 7.9,
  6.6, 4.5, 2.7,
];

/** How much more than on average is asked for at the peak: a sale that was announced to everybody. */
export const peakFactor = 10;

const daySeconds = 24 * 60 * 60;
const hourSeconds = 60 * 60;

export type Rates = Readonly<Record<Kind, number>>;

export function ofEachKind<T>(make: (kind: Kind) => T): Record<Kind, T> {
  return {
    browse: make('browse'),
    search: make('search'),
    product: make('product'),
    'sign-in': make('sign-in'),
    refresh: make('refresh'),
    cart: make('cart'),
    order: make('order'),
    pay: make('pay'),
    history: make('history'),
    accrue: make('accrue'),
    balance: make('balance'),
    feed: make('feed'),
  };
}

/** Requests per second of each kind, on average over the day. */
export function averageRates(users: number): Rates {
  return ofEachKind((kind) => (users * day[kind].perUser) / daySeconds);
}

export function hourRates(users: number, hour: number): Rates {
  const share = (hours[hour] ?? 0) / 100;
  return ofEachKind((kind) => (users * day[kind].perUser * share) / hourSeconds);
}

export function scaled(rates: Rates, factor: number): Rates {
  return ofEachKind((kind) => rates[kind] * factor);
}

export function total(rates: Rates): number {
  return kinds.reduce((sum, kind) => sum + rates[kind], 0);
}

/** How many times the average the busiest hour is. */
export const busiestHourFactor = (Math.max(...hours) / 100) * 24;
