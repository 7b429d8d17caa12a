/** A day in the shop as a list of things that somebody does, in every context; some of it is refused, some fails half-way. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { customer, product, staff, type Person } from '../catalog/shop';
import { PartnerDesk } from '../identity/partner-desk';
import { CartShopper } from '../orders/carts-shopper';
import { payment, type Stage } from '../payments/stage';

const card = '4980276372331233';
const password = 'a long enough password';

export class Workload {
  private constructor(
    private readonly stage: Stage,
    private readonly clerk: Person,
    private readonly desk: PartnerDesk,
    private readonly shoppers: Person[],
    private readonly productIds: string[],
  ) {}

  static async begin(stage: Stage): Promise<Workload> {
    const { world } = stage;
    const shoppers = [await customer(world), await customer(world), await customer(world)];
    const productIds = [await product(world, { onHand: 40 }), await product(world, { onHand: 4 })];
    return new Workload(stage, await staff(world), await PartnerDesk.open(world), shoppers, productIds);
  }

  /** By name; each takes a number by which it chooses. */
  readonly steps: Record<string, (die: number) => Promise<unknown>> = {
    register: (die) => this.world.anyone.post('/v1/identity/register', newcomer(die)),
    signInAndOut: async (die) => {
      const { username, email } = newcomer(die);
      await this.world.anyone.post('/v1/identity/register', { username, email, password });
      const { body } = await this.world.anyone.post('/v1/identity/token', { username, password });
      const { refreshToken } = body;
      await this.world.anyone.post('/v1/identity/token/refresh', { refreshToken });
      // Spent already: the whole session ends.
      await this.world.anyone.post('/v1/identity/token/refresh', { refreshToken });
      return this.world.anyone.withToken(body.accessToken).post('/v1/identity/logout');
    },
    wrongPassword: () => this.world.anyone.post('/v1/identity/token', { username: 'nobody', password }),
    enterCustomer: async (die) => {
      const entered = { fullName: `Person ${die}`, documentNumber: randomUUID().slice(0, 12) };
      const { body } = await this.clerk.client.post('/v1/identity/customers', entered);
      await this.clerk.client.post(`/v1/identity/customers/${body.id}/claim-code`);
      await this.clerk.client.post(`/v1/identity/customers/${body.id}/claim-code`);
      return this.clerk.client.post(`/v1/identity/customers/${body.id}/disable`);
    },
    partner: async () => {
      const partner = await this.desk.created();
      const { clientId } = await this.desk.clientOf(partner);
      const clients = `/v1/identity/partners/${partner.id}/clients`;
      await this.desk.admin.post(`${clients}/${clientId}/rotate-secret`);
      return this.desk.admin.delete(`${clients}/${clientId}`);
    },
    structure: async (die) => {
      const slug = `c-${randomUUID()}`;
      const { body } = await this.clerk.client.post('/v1/catalog/categories', { name: `C ${die}`, slug });
      await this.clerk.client.post('/v1/catalog/branches', { code: slug, name: 'Branch' });
      await this.clerk.client.patch(`/v1/catalog/categories/${body.id}`, { name: 'Renamed' });
      return this.clerk.client.delete(`/v1/catalog/categories/${body.id}`);
    },
    newProduct: async (die) => {
      this.productIds.push(await product(this.world, { onHand: die % 5 }));
    },
    newPrice: (die) =>
      this.clerk.client.patch(`/v1/catalog/products/${this.productAt(die)}`, { price: 100 + (die % 3) }),
    adjust: (die) =>
      this.clerk.client.post('/v1/catalog/stock/adjustments', {
        ...{ productId: this.productAt(die), branchId: ONLINE_BRANCH_ID },
        ...{ delta: (die % 9) - 4 || 1, reason: 'Counted' },
      }),
    order: (die) => this.order(die),
    ordersTogether: (die) => Promise.all([this.order(die), this.order(die + 1), this.order(die + 2)]),
    orderLater: (die) => this.order(die, { prefer: 'respond-async' }),
    orderTwice: async (die) => {
      const id = randomUUID();
      await Promise.all([this.order(die, {}, id), this.order(die, {}, id)]);
    },
    cancel: async (die) => {
      const { body } = await this.order(die);
      return this.shopperAt(die).client.post(`/v1/orders/${body.id}/cancel`);
    },
    pay: async (die) => {
      const { body } = await this.order(die);
      return this.shopperAt(die).client.post('/v1/payments', { orderId: body.id, creditCard: card });
    },
    cart: async (die) => {
      const shopper = await CartShopper.withCart(this.world, this.shopperAt(die));
      await shopper.put(this.productAt(die), 1 + (die % 2));
      await shopper.put(this.productAt(die + 1), 9);
      await shopper.waitFor(this.productAt(die + 1), 9);
      await shopper.extend();
      if (die % 2 === 0) await shopper.person.client.post('/v1/orders', { cartId: shopper.cartId });
    },
    sale: (die) =>
      this.clerk.client.post('/v1/orders/sales', {
        branchId: ONLINE_BRANCH_ID,
        items: [{ productId: this.productAt(die), quantity: 1 }],
      }),
    withKey: (die) => {
      const headers = { 'idempotency-key': `key-${die % 4}` };
      const body = {
        productId: this.productAt(0),
        branchId: ONLINE_BRANCH_ID,
        delta: 1,
        reason: 'Delivered',
      };
      return this.clerk.client.post('/v1/catalog/stock/adjustments', body, { headers });
    },
    feed: (die) => {
      const one = payment('online', { account_id: 1 + (die % 50) });
      const messages = [
        one,
        one,
        { ...one, amount: 31 },
        'no message',
        payment('online', { account_id: 90_000 + die }),
      ];
      return this.stage.feed('online', messages);
    },
    feedOffline: (die) => this.stage.feed('offline', [payment('offline', { account_id: 1 + (die % 50) })]),
    replay: () => this.stage.staff.post('/v1/payments/replay', { outcome: 'rejected' }),
    rolledBack: (die) =>
      withClient(this.stage.database.ownerUrl, async (owner) => {
        await owner.query('BEGIN');
        await owner.query('UPDATE catalog.products SET price = price + 1 WHERE id = $1', [
          this.productAt(die),
        ]);
        await owner.query('SAVEPOINT half');
        await owner.query(
          `INSERT INTO identity.partners (id, name, created_at) VALUES ($1::uuid, $1::text, now())`,
          [randomUUID()],
        );
        await owner.query(die % 2 === 0 ? 'ROLLBACK TO SAVEPOINT half' : 'ROLLBACK');
        await owner.query('COMMIT');
      }),
    takenAway: () =>
      withClient(this.stage.database.ownerUrl, (owner) =>
        owner.query('DELETE FROM identity.refresh_tokens WHERE used_at IS NOT NULL'),
      ),
  };

  async does(name: string, die: number): Promise<void> {
    await this.steps[name]?.(die);
  }

  private get world() {
    return this.stage.world;
  }

  private order(die: number, headers: Record<string, string> = {}, id: string = randomUUID()) {
    const productIds = [...new Set([this.productAt(die), this.productAt(die + 1)])];
    const items = productIds.map((productId) => ({ productId, quantity: 1 + (die % 2) }));
    return this.shopperAt(die).client.post('/v1/orders', { id, items }, { headers });
  }

  private productAt(die: number): string {
    return this.productIds[die % this.productIds.length] ?? '';
  }

  private shopperAt(die: number): Person {
    const shopper = this.shoppers[die % this.shoppers.length];
    if (!shopper) throw new Error('Nobody is in the shop');
    return shopper;
  }
}

function newcomer(die: number) {
  // Some names are taken when they are wanted.
  const username = die % 3 === 0 ? 'somebody' : `newcomer-${randomUUID().slice(0, 8)}`;
  return { username, email: `${username}@example.org`, password };
}
