/** What people do in the shop all day: each with a name, in the words of the test that watches it. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { Client } from '#test/client';
import type { Person } from '../catalog/shop';

interface Shop {
  anyone: Client;
  clerk: Person;
  shopper: Person;
  productId: string;
}

/** @param shop known once the test has begun */
export const shopDay = (shop: () => Shop): [string, () => Promise<{ status: number }>][] => {
  const shopper = () => shop().shopper.client;
  const clerk = () => shop().clerk.client;
  const items = (quantity: number) => [{ productId: shop().productId, quantity }];
  const delivery = () => ({
    productId: shop().productId,
    branchId: ONLINE_BRANCH_ID,
    delta: 5,
    reason: 'Delivered',
  });
  const order = async (id: string = randomUUID()) => {
    const { status } = await shopper().post('/v1/orders', { id, items: items(1) });
    return { id, status };
  };
  return [
    ['an order', () => order()],
    ['an order sent again', async () => order((await order()).id)],
    ['an order cancelled', async () => shopper().post(`/v1/orders/${(await order()).id}/cancel`)],
    [
      'an order paid',
      async () =>
        shopper().post('/v1/payments', { orderId: (await order()).id, creditCard: '4980276372331233' }),
    ],
    [
      'a cart that is filled, given more time and ordered',
      async () => {
        const cartId = randomUUID();
        const item = `/v1/orders/carts/${cartId}/items/${shop().productId}`;
        await shopper().post('/v1/orders/carts', { id: cartId });
        await shopper().put(item, { quantity: 2 });
        await shopper().post(`/v1/orders/carts/${cartId}/extend`);
        return shopper().post('/v1/orders', { cartId });
      },
    ],
    [
      'orders that a phone made offline',
      () =>
        shopper().post('/v1/orders/batch', {
          orders: [1, 2, 3].map((quantity) => ({ id: randomUUID(), items: items(quantity) })),
        }),
    ],
    [
      'a sale at the counter',
      () => clerk().post('/v1/orders/sales', { branchId: ONLINE_BRANCH_ID, items: items(1) }),
    ],
    ['a customer who registers', () => shop().anyone.post('/v1/identity/register', newcomer())],
    [
      'a customer who signs in, goes on and leaves',
      async () => {
        const { anyone } = shop();
        const { username, email, password } = newcomer();
        await anyone.post('/v1/identity/register', { username, email, password });
        const { body } = await anyone.post('/v1/identity/token', { username, password });
        const { refreshToken } = body;
        const renewed = await anyone.post('/v1/identity/token/refresh', { refreshToken });
        return anyone.withToken(renewed.body.accessToken).post('/v1/identity/logout');
      },
    ],
    ['a correction of stock', () => clerk().post('/v1/catalog/stock/adjustments', delivery())],
    ['a new price', () => clerk().patch(`/v1/catalog/products/${shop().productId}`, { price: 777 })],
    [
      'a request with a key',
      () =>
        clerk().post('/v1/catalog/stock/adjustments', delivery(), {
          headers: { 'idempotency-key': randomUUID() },
        }),
    ],
  ];
};

function newcomer() {
  const username = `newcomer-${randomUUID().slice(0, 8)}`;
  return { username, email: `${username}@example.org`, password: 'a long enough password' };
}
