/**
 * Which object stands in the path of a route, and how a customer comes to own one. Every route with a parameter has a line here;
 * the access table fails for one that has none.
 */
import { randomUUID } from 'node:crypto';
import { OrdersService } from '@plaza/orders';
import type { Answer, Client } from '#test/client';
import type { World } from '#test/world';
import { customer, product, type Person } from '../catalog/shop';

export type Values = Record<string, string>;

export type RouteObject =
  /** Everybody may see it. */
  | { of: 'the shop' }
  /** Staff, admins or machines work with it; no customer gets that far. */
  | { of: 'the house' }
  /** In its programme; that no other partner gets at it is tried in test/loyalty. */
  | { of: 'a partner' }
  | {
      of: 'a customer';
      /** Makes one that the route works on; called anew for every route. */
      make: (owner: Owner) => Promise<Values>;
      body?: (values: Values) => unknown;
    };

const order: RouteObject = { of: 'a customer', make: async (owner) => ({ id: await owner.order() }) };
const cart: RouteObject = { of: 'a customer', make: (owner) => owner.cart() };
const shop: RouteObject = { of: 'the shop' };
const house: RouteObject = { of: 'the house' };
const partner: RouteObject = { of: 'a partner' };

const each = (object: RouteObject, titles: string[]) =>
  Object.fromEntries(titles.map((title) => [title, object]));

export const objectsOfRoutes: Record<string, RouteObject> = {
  ...each(shop, [
    'GET /v1/catalog/products/{id}',
    'GET /v1/catalog/products/{id}/stock',
    'GET /v1/catalog/categories/{id}',
    'GET /v1/catalog/branches/{id}',
  ]),
  ...each(house, [
    'PATCH /v1/catalog/products/{id}',
    'DELETE /v1/catalog/products/{id}',
    'PATCH /v1/catalog/categories/{id}',
    'DELETE /v1/catalog/categories/{id}',
    'PATCH /v1/catalog/branches/{id}',
    'DELETE /v1/catalog/branches/{id}',
    'GET /v1/identity/customers/{id}',
    'PATCH /v1/identity/customers/{id}',
    'POST /v1/identity/customers/{id}/disable',
    'POST /v1/identity/customers/{id}/enable',
    'POST /v1/identity/customers/{id}/claim-code',
    'GET /v1/identity/staff/{id}',
    'PATCH /v1/identity/staff/{id}',
    'POST /v1/identity/staff/{id}/disable',
    'POST /v1/identity/staff/{id}/enable',
    'GET /v1/identity/partners/{id}',
    'PATCH /v1/identity/partners/{id}',
    'POST /v1/identity/partners/{id}/disable',
    'POST /v1/identity/partners/{id}/enable',
    'GET /v1/identity/partners/{id}/clients',
    'POST /v1/identity/partners/{id}/clients',
    'POST /v1/identity/partners/{id}/clients/{clientId}/rotate-secret',
    'DELETE /v1/identity/partners/{id}/clients/{clientId}',
    'POST /v1/orders/{id}/fulfil',
    'GET /v1/audit/rows/{schema}/{table}/{rowId}',
    'POST /v1/orders/{id}/refund',
    'GET /v1/payments/{id}/attempts',
    'GET /v1/payments/accounts/{accountId}',
    'POST /v1/payments/alarms/{id}/acknowledge',
    'POST /v1/payments/{id}/review',
    'GET /v1/payments/{id}/screening',
    'GET /v1/payments/{id}/refunds',
    'POST /v1/payments/{id}/refunds',
    'POST /v1/payments/{id}/refunds/{refundId}/ask',
    'GET /v1/payments/messages/{topic}/{partition}/{offset}',
    'POST /v1/payments/messages/{topic}/{partition}/{offset}/replay',
    'GET /v1/transfers/{key}',
    'GET /v1/transfers/subscriptions/{id}',
    'PATCH /v1/transfers/subscriptions/{id}',
    'DELETE /v1/transfers/subscriptions/{id}',
    'GET /v1/loyalty/programmes/{id}',
    'PUT /v1/loyalty/members/{externalId}/customer',
    'DELETE /v1/loyalty/members/{externalId}/customer',
    'POST /v1/reports/reconciliation/{id}/approve',
    'POST /v1/reports/reconciliation/{id}/dismiss',
    'GET /v1/reports/recipients/{id}',
    'PATCH /v1/reports/recipients/{id}',
    'DELETE /v1/reports/recipients/{id}',
    'GET /v1/mail/{id}',
    'GET /v1/mail/{id}/attachments/{number}',
  ]),
  ...each(order, [
    'GET /v1/orders/{id}',
    'GET /v1/orders/{id}/history',
    'GET /v1/orders/{id}/events',
    'POST /v1/orders/{id}/cancel',
  ]),
  ...each(cart, [
    'GET /v1/orders/carts/{id}',
    'DELETE /v1/orders/carts/{id}/items/{productId}',
    'POST /v1/orders/carts/{id}/extend',
    'GET /v1/orders/carts/{id}/waiting',
    'GET /v1/orders/carts/{id}/events',
  ]),
  'PUT /v1/orders/carts/{id}/items/{productId}': {
    of: 'a customer',
    make: (owner) => owner.cart(),
    body: () => ({ quantity: 2 }),
  },
  'POST /v1/orders/carts/{id}/waiting': {
    of: 'a customer',
    make: (owner) => owner.cart(),
    body: ({ soldOutId }) => ({ productId: soldOutId, quantity: 1 }),
  },
  'DELETE /v1/orders/carts/{id}/waiting/{waitingId}': {
    of: 'a customer',
    make: (owner) => owner.waiting(),
  },
  ...each(partner, [
    'GET /v1/loyalty/members/{externalId}',
    'GET /v1/loyalty/members/{externalId}/balance',
    'GET /v1/loyalty/members/{externalId}/holds',
    'GET /v1/loyalty/members/{externalId}/entries',
    'POST /v1/loyalty/members/{externalId}/accruals',
    'POST /v1/loyalty/members/{externalId}/redemptions',
    'POST /v1/loyalty/members/{externalId}/holds',
    'POST /v1/loyalty/holds/{id}/capture',
    'POST /v1/loyalty/holds/{id}/release',
    'POST /v1/loyalty/entries/{id}/reversal',
    'GET /v1/loyalty/webhooks/{id}',
    'PATCH /v1/loyalty/webhooks/{id}',
    'DELETE /v1/loyalty/webhooks/{id}',
    'POST /v1/loyalty/webhooks/{id}/rotate-secret',
    'GET /v1/loyalty/webhooks/{id}/deliveries',
    'POST /v1/loyalty/webhooks/{id}/replay',
  ]),
  'GET /v1/orders/invoices/{number}': {
    of: 'a customer',
    make: async (owner) => ({ number: await owner.invoice() }),
  },
  'GET /v1/payments/{id}': { of: 'a customer', make: async (owner) => ({ id: await owner.payment() }) },
};

const priceOfThing = 100;

/** A customer to whom things belong. */
export class Owner {
  private constructor(
    private readonly world: World,
    private readonly person: Person,
    private readonly productId: string,
    private readonly soldOutId: string,
  ) {}

  static async come(world: World): Promise<Owner> {
    const soldOutId = await product(world, { onHand: 0 });
    const productId = await product(world, { onHand: 100, price: priceOfThing });
    return new Owner(world, await customer(world), productId, soldOutId);
  }

  get token(): string {
    return this.person.token;
  }

  private get client(): Client {
    return this.person.client;
  }

  async order(): Promise<string> {
    const items = [{ productId: this.productId, quantity: 1 }];
    return this.made(this.client.post('/v1/orders', { items }));
  }

  /** With something in it. */
  async cart(): Promise<Values> {
    const id = await this.made(this.client.post('/v1/orders/carts', {}));
    const { productId, soldOutId } = this;
    await this.made(this.client.put(`/v1/orders/carts/${id}/items/${productId}`, { quantity: 1 }));
    return { id, productId, soldOutId };
  }

  async waiting(): Promise<Values> {
    const values = await this.cart();
    const wish = { productId: this.soldOutId, quantity: 1 };
    const path = `/v1/orders/carts/${values['id'] ?? ''}/waiting`;
    return { ...values, waitingId: await this.made(this.client.post(path, wish)) };
  }

  async invoice(): Promise<string> {
    const capture = { paymentId: randomUUID(), orderId: await this.order(), amount: priceOfThing };
    const context = { correlationId: randomUUID(), actor: null };
    await this.world.app
      .get(OrdersService)
      .markPaid([{ ...capture, capturedAt: this.world.clock.now(), context }]);
    const { body } = await this.client.get<{ invoices: { number: string }[] }>('/v1/orders/invoices');
    return body.invoices[0]?.number ?? '';
  }

  async payment(): Promise<string> {
    const wish = { orderId: await this.order(), creditCard: '4980276372331233' };
    return this.made(this.client.post('/v1/payments', wish));
  }

  private async made(answer: Promise<Answer<{ id: string }>>): Promise<string> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`Nothing was made: ${String(status)} ${JSON.stringify(body)}`);
    return body.id;
  }
}
