/**
 * Which object stands in the path of a route, and how a customer comes to own one. Every route with a parameter has a line here;
 * the access table fails for one that has none.
 */
import type { Answer, Client } from '#test/client';
import type { World } from '#test/world';
import { customer, product, type Person } from '../catalog/shop';

export type Values = Record<string, string>;

export type RouteObject =
  /** Everybody may see it. */
  | { of: 'the shop' }
  /** Staff, admins or machines work with it; no customer gets that far. */
  | { of: 'the house' }
  | {
      of: 'a customer';
      /** Makes one that the route works on; called anew for every route. */
      make: (owner: Owner) => Promise<Values>;
      body?: (values: Values) => unknown;
    };

const order: RouteObject = { of: 'a customer', make: async (owner) => ({ id: await owner.order() }) };
const shop: RouteObject = { of: 'the shop' };
const house: RouteObject = { of: 'the house' };

export const objectsOfRoutes: Record<string, RouteObject> = {
  'GET /v1/catalog/products/{id}': shop,
  'PATCH /v1/catalog/products/{id}': house,
  'DELETE /v1/catalog/products/{id}': house,
  'GET /v1/catalog/products/{id}/stock': shop,
  'GET /v1/orders/{id}': order,
  'GET /v1/orders/{id}/history': order,
  'POST /v1/orders/{id}/cancel': order,
  'GET /v1/payments/{id}': { of: 'a customer', make: async (owner) => ({ id: await owner.payment() }) },
  'GET /v1/payments/{id}/attempts': house,
};

/** A customer to whom things belong. */
export class Owner {
  private constructor(
    private readonly person: Person,
    private readonly productId: string,
  ) {}

  static async come(world: World): Promise<Owner> {
    return new Owner(await customer(world), await product(world, { onHand: 100 }));
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
