/** What can go wrong with carts and the waiting list, in words. */
import { PlazaError } from '@plaza/platform';

/** Also for a cart of somebody else: whether it exists is not for everybody to know. */
export const cartUnknown = (cartId: string) =>
  new PlazaError('not-found', 'orders.cart-unknown', 'There is no such cart', { cartId });

/** @param differs the fields that are not as in the cart that has this id; empty when it is not the asker's to know */
export const cartIdConflict = (cartId: string, differs: string[]) =>
  new PlazaError(
    'conflict',
    'orders.cart-id-conflict',
    differs.length > 0
      ? `A cart with this id was made before with other content: ${differs.join(', ')}`
      : 'This id is taken; make a new one',
    { cartId, ...(differs.length > 0 && { differs }) },
  );

export const tooManyCarts = (max: number) =>
  new PlazaError(
    'conflict',
    'orders.too-many-carts',
    `You have ${max} carts that have not expired; use one of them`,
    { max },
  );

export const cartExpired = (cartId: string, expiredAt: Date) =>
  new PlazaError(
    'conflict',
    'orders.cart-expired',
    'This cart has expired and holds nothing any more; begin a new one with what it shows',
    { cartId, expiredAt },
  );

export const cartOrdered = (cartId: string, orderId: string) =>
  new PlazaError('conflict', 'orders.cart-ordered', 'This cart has become an order', { cartId, orderId });

export const cartExtendedAlready = (cartId: string, expiresAt: Date) =>
  new PlazaError('conflict', 'orders.cart-extended-already', 'A cart can be extended once', {
    cartId,
    expiresAt,
  });

/** @param available the most that this cart could have of it, with what it has */
export const itemOutOfStock = (productId: string, requested: number, available: number) =>
  new PlazaError('conflict', 'orders.out-of-stock', 'There is not enough in stock; the cart is as it was', {
    available,
    short: [{ productId, requested, available }],
  });

export const cartFull = (max: number) =>
  new PlazaError('conflict', 'orders.cart-full', `A cart has at most ${max} lines`, { max });

export const itemUnknown = (productId: string) =>
  new PlazaError('not-found', 'orders.product-unknown', 'There is no such product on sale', { productId });

export const cartsTooBusy = () =>
  new PlazaError(
    'limit',
    'orders.too-busy',
    'Too many carts are being changed; nothing was done, please send it again',
    { retryAfter: 1 },
  );

/** There is enough of it: nobody needs to wait. */
export const inStock = (productId: string, available: number) =>
  new PlazaError('conflict', 'orders.in-stock', 'There is enough of it; put it in the cart', {
    productId,
    available,
  });

export const waitingAlready = (waitingId: string, quantity: number) =>
  new PlazaError('conflict', 'orders.waiting-already', `The cart waits for ${quantity} of it already`, {
    waitingId,
    quantity,
  });

export const cartWaitsForTooMuch = (max: number) =>
  new PlazaError('conflict', 'orders.cart-waits-for-too-much', `A cart waits for at most ${max} products`, {
    max,
  });

export const queueFull = (productId: string, max: number) =>
  new PlazaError('conflict', 'orders.waiting-list-full', `${max} wait for it already, which is the most`, {
    productId,
    max,
  });

export const waitingUnknown = (waitingId: string) =>
  new PlazaError('not-found', 'orders.waiting-unknown', 'This cart has no such place in a waiting list', {
    waitingId,
  });

export const waitingPromoted = (waitingId: string) =>
  new PlazaError('conflict', 'orders.waiting-promoted', 'The wait is over and it lies in the cart', {
    waitingId,
  });
