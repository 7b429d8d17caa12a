/** A customer with a cart, as the tests of carts and of the waiting list meet them. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, StockService } from '@plaza/catalog';
import type { CartView, WaitingView } from '@plaza/orders';
import type { Answer } from '#test/client';
import type { World } from '#test/world';
import { customer, type Person } from '../catalog/shop';

export class CartShopper {
  private constructor(
    readonly person: Person,
    readonly cartId: string,
  ) {}

  static async withCart(world: World, person?: Person): Promise<CartShopper> {
    const who = person ?? (await customer(world));
    const { status, body } = await who.client.post<CartView>('/v1/orders/carts', { id: randomUUID() });
    if (status !== 201) throw new Error(`No cart: ${JSON.stringify(body)}`);
    return new CartShopper(who, body.id);
  }

  get path(): string {
    return `/v1/orders/carts/${this.cartId}`;
  }

  put(productId: string, quantity: number): Promise<Answer> {
    return this.person.client.put(`${this.path}/items/${productId}`, { quantity });
  }

  remove(productId: string): Promise<Answer> {
    return this.person.client.delete(`${this.path}/items/${productId}`);
  }

  extend(): Promise<Answer> {
    return this.person.client.post(`${this.path}/extend`);
  }

  async look(): Promise<CartView> {
    return (await this.person.client.get<CartView>(this.path)).body;
  }

  waitFor(productId: string, quantity: number): Promise<Answer> {
    return this.person.client.post(`${this.path}/waiting`, { productId, quantity });
  }

  async waits(): Promise<WaitingView[]> {
    return (await this.person.client.get<{ items: WaitingView[] }>(`${this.path}/waiting`)).body.items;
  }

  /** How many of each product are held for this cart, as its customer is told. */
  async held(): Promise<Record<string, number>> {
    const { items } = await this.look();
    return Object.fromEntries(
      items.filter(({ held }) => held).map(({ productId, quantity }) => [productId, quantity]),
    );
  }
}

/** Puts more on the shelves of `online`. */
export function deliver(world: World, productId: string, delta: number): Promise<void> {
  return world.app
    .get(StockService)
    .adjust({ productId, branchId: ONLINE_BRANCH_ID, delta, reason: 'Delivered' });
}
