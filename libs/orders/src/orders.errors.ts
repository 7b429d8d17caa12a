/** What can go wrong with orders, in words. */
import { PlazaError } from '@plaza/platform';
import type { OrderStatus, OrderVerb } from './orders/order-status';

/** Also for an order of somebody else: whether it exists is not for everybody to know. */
export const orderUnknown = (orderId: string) =>
  new PlazaError('not-found', 'orders.order-unknown', 'There is no such order', { orderId });

/**
 * Also for an invoice of somebody else.
 * @param mistyped its check digits do not agree with it, so that no invoice can have this number
 */
export const invoiceUnknown = (number: string, { mistyped }: { mistyped: boolean }) =>
  new PlazaError(
    'not-found',
    'orders.invoice-unknown',
    mistyped
      ? 'No invoice can have this number: a character of it is wrong or missing'
      : 'There is no such invoice',
    { number, mistyped },
  );

/** @param differs the fields that are not as in the order that has this id; empty when it is not the asker's to know */
export const idConflict = (orderId: string, differs: string[]) =>
  new PlazaError(
    'conflict',
    'orders.id-conflict',
    differs.length > 0
      ? `An order with this id was placed before with other content: ${differs.join(', ')}`
      : 'This id is taken; make a new one',
    { orderId, ...(differs.length > 0 && { differs }) },
  );

export const outOfStock = (short: { productId: string; requested: number; available: number }[]) => {
  const [only, ...others] = short;
  return new PlazaError(
    'conflict',
    'orders.out-of-stock',
    'There is not enough in stock; nothing was ordered',
    {
      short,
      ...(only && others.length === 0 && { available: only.available }),
    },
  );
};

/** @param products each with its line in the request; -1 when a cart named it */
export const productsUnknown = (products: { productId: string; line: number }[]) =>
  new PlazaError('unprocessable', 'orders.product-unknown', 'Some of this is not sold', {
    errors: products.map(({ productId, line }) => ({
      pointer: line < 0 ? '/cartId' : `/items/${line}/productId`,
      detail: `${productId} is not sold`,
    })),
  });

export const branchUnknown = (branchId: string) =>
  new PlazaError('unprocessable', 'orders.branch-unknown', 'There is no such branch', { branchId });

export const mixedCurrencies = (currencies: string[]) =>
  new PlazaError('unprocessable', 'orders.mixed-currencies', 'An order has one currency; split it', {
    currencies,
  });

export const totalTooLarge = () =>
  new PlazaError(
    'unprocessable',
    'orders.total-too-large',
    'The total cannot be counted exactly; split the order',
  );

export const notInStatus = (orderId: string, verb: OrderVerb, status: OrderStatus) =>
  new PlazaError(
    'conflict',
    `orders.not-${adjectives[verb]}`,
    `An order that is ${status} cannot take this`,
    {
      orderId,
      orderStatus: status,
    },
  );

const adjectives: Record<OrderVerb, string> = {
  confirm: 'confirmable',
  reject: 'rejectable',
  pay: 'payable',
  cancel: 'cancellable',
  expire: 'expirable',
  fulfil: 'fulfillable',
  refund: 'refundable',
};

/** Money was taken for an order, and not as much as it costs: somebody has to look at it. */
export const amountDiffers = (orderId: string, paymentId: string, amount: number, total: number) =>
  new PlazaError(
    'conflict',
    'orders.amount-differs',
    `Payment ${paymentId} is over ${amount} and the order over ${total}`,
    {
      orderId,
      paymentId,
      amount,
      total,
    },
  );

export const tooBusy = () =>
  new PlazaError(
    'limit',
    'orders.too-busy',
    'Too many orders are waiting; nothing was done, please send it again',
    {
      retryAfter: 1,
    },
  );

/** The same order is being placed elsewhere at this moment. */
export const placingContended = (orderId: string) =>
  new PlazaError(
    'unavailable',
    'orders.placing-contended',
    'This order is being placed already; please ask again',
    {
      orderId,
      retryAfter: 1,
    },
  );

export const cartEmpty = (cartId: string) =>
  new PlazaError('conflict', 'orders.cart-empty', 'There is nothing in this cart', { cartId });

/** @param max how many can wait at the most */
export const lineFull = (max: number) =>
  new PlazaError(
    'limit',
    'orders.line-full',
    'Too many orders wait to be decided; nothing was taken in, please send it again',
    { max, retryAfter: 5 },
  );
