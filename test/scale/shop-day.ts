/** What customers and those who serve them do all day. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { Client } from '#test/client';
import type { Acts, Day } from './day';

const password = 'a long enough password';
const creditCard = '4980276372331233';

function newcomer() {
  const username = `newcomer-${randomUUID().slice(0, 8)}`;
  return { username, email: `${username}@example.org`, password };
}

/** Somebody who has just registered and signed in. */
async function signedIn(day: Day): Promise<{ client: Client; refreshToken: string }> {
  const { username, email } = newcomer();
  await day.made(day.anyone.post('/v1/identity/register', { username, email, password }));
  const { body } = await day.anyone.post('/v1/identity/token', { username, password });
  return { client: day.anyone.withToken(body.accessToken), refreshToken: body.refreshToken };
}

async function soldOut(day: Day): Promise<string> {
  const fields = { sku: randomUUID(), name: 'Rare lamp', price: 100, currency: 'EUR' };
  const { category: categoryId } = await day.row('SELECT id AS category FROM catalog.categories LIMIT 1');
  return day.made(day.those.clerk.post('/v1/catalog/products', { ...fields, categoryId }));
}

/** @param day known once the test has begun */
const ownAccount = (day: () => Day): Acts => ({
  'POST /v1/identity/register': () => ({ by: day().anyone, body: newcomer() }),
  'POST /v1/identity/token': async () => {
    const { username, email } = newcomer();
    await day().made(day().anyone.post('/v1/identity/register', { username, email, password }));
    return { by: day().anyone, body: { username, password } };
  },
  'POST /v1/identity/token/refresh': async () => {
    const { refreshToken } = await signedIn(day());
    return { by: day().anyone, body: { refreshToken } };
  },
  'POST /v1/identity/logout': async () => ({ by: (await signedIn(day())).client }),
  'PATCH /v1/identity/me': () => ({ by: day().those.shopper }),
  'POST /v1/identity/me/password': async () => ({
    by: (await signedIn(day())).client,
    body: { currentPassword: password, newPassword: 'another long password' },
  }),
});

const carts = (day: () => Day): Acts => ({
  'POST /v1/orders/carts': () => ({ by: day().those.shopper, body: { id: randomUUID() } }),
  'PUT /v1/orders/carts/{id}/items/{productId}': async () => {
    const { shopper: by, productId } = day().those;
    return { by, at: { id: await day().cart(), productId } };
  },
  'DELETE /v1/orders/carts/{id}/items/{productId}': async () => {
    const { shopper: by, productId } = day().those;
    return { by, at: { id: await day().cart(), productId } };
  },
  'POST /v1/orders/carts/{id}/extend': async () => ({
    by: day().those.shopper,
    at: { id: await day().cart() },
  }),
  'POST /v1/orders/carts/{id}/waiting': async () => ({
    by: day().those.shopper,
    at: { id: await day().cart() },
    body: { productId: await soldOut(day()), quantity: 1 },
  }),
  'DELETE /v1/orders/carts/{id}/waiting/{waitingId}': async () => {
    const { shopper: by } = day().those;
    const id = await day().cart();
    const wish = { productId: await soldOut(day()), quantity: 1 };
    return { by, at: { id, waitingId: await day().made(by.post(`/v1/orders/carts/${id}/waiting`, wish)) } };
  },
});

const orders = (day: () => Day): Acts => ({
  'POST /v1/orders': () => ({ by: day().those.shopper, body: { items: day().items() } }),
  'POST /v1/orders: sent again': async () => ({
    by: day().those.shopper,
    body: { id: await day().order(), items: day().items() },
  }),
  'POST /v1/orders: of a cart': async () => ({
    by: day().those.shopper,
    body: { cartId: await day().cart() },
  }),
  'POST /v1/orders: decided later': () => ({
    by: day().those.shopper,
    body: { items: day().items() },
    headers: { prefer: 'respond-async' },
  }),
  'POST /v1/orders/batch': () => ({
    by: day().those.shopper,
    body: { orders: [1, 2, 3].map((quantity) => ({ id: randomUUID(), items: day().items(quantity) })) },
  }),
  'POST /v1/orders/sales': () => ({
    by: day().those.clerk,
    body: { branchId: ONLINE_BRANCH_ID, items: day().items() },
  }),
  'POST /v1/orders/sales: to somebody with a document': () => ({
    by: day().those.clerk,
    body: { branchId: ONLINE_BRANCH_ID, items: day().items(), document: 'DOC-77' },
  }),
  'POST /v1/orders/{id}/cancel': async () => ({ by: day().those.shopper, at: { id: await day().order() } }),
  'POST /v1/orders/{id}/fulfil': async () => ({ by: day().those.clerk, at: { id: await day().paidOrder() } }),
  'POST /v1/orders/{id}/refund': async () => ({ by: day().those.clerk, at: { id: await day().paidOrder() } }),
  'POST /v1/payments': async () => ({
    by: day().those.shopper,
    body: { orderId: await day().order(), creditCard },
  }),
});

export const shopDay = (day: () => Day): Acts => ({ ...ownAccount(day), ...carts(day), ...orders(day) });
