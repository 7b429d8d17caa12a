/** A shop whose orders, payments, stock and points are held against each other, with somebody who makes them differ. */
import { withClient } from '@plaza/engines';
import { Reconciliation } from '@plaza/reporting';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { customer, product, type Person } from '../catalog/shop';
import { expectOk, PartnerProgramme } from '../loyalty/programme';
import { World } from '#test/world';
import { ShopWeeks } from './shop-week';

export interface Drift {
  id: string;
  kind: string;
  subject: string;
  status: string;
  correction: { does: string } | null;
}

interface People {
  weeks: ShopWeeks;
  shopper: Person;
  /** What is sold. */
  lamp: string;
  programme: PartnerProgramme;
  /** A member, who is the shopper. */
  ada: string;
}

export class ReconciledShop {
  readonly weeks: ShopWeeks;
  readonly shopper: Person;
  readonly lamp: string;
  readonly programme: PartnerProgramme;
  readonly ada: string;

  private constructor(
    readonly world: World,
    private readonly simulator: Simulator,
    { weeks, shopper, lamp, programme, ada }: People,
  ) {
    this.weeks = weeks;
    this.shopper = shopper;
    this.lamp = lamp;
    this.programme = programme;
    this.ada = ada;
  }

  /** A gateway that approves, and a programme in which every unit of money earns a point. */
  static async begin(): Promise<ReconciledShop> {
    const simulator = await startSimulator({ port: 0, seed: 'reconciliation', hangMsMax: 1_000 });
    const world = await World.start({
      variables: { GATEWAY_URL: simulator.url, ERROR_LOG_URL: simulator.url },
    });
    const weeks = await ShopWeeks.begin(world);
    const shopper = await customer(world);
    const lamp = await product(world, { name: 'Lamp', price: 1_000, onHand: 100 });
    const programme = await PartnerProgramme.open(world);
    const ada = await programme.member('ada');
    const shop = new ReconciledShop(world, simulator, { weeks, shopper, lamp, programme, ada });
    await shop.gatewayWill('approve');
    await shop.declare({ currency: 'EUR', amount: 100, points: 1 });
    const { partnerId } = programme;
    const isShopper = { customerId: shopper.id };
    await expectOk(
      weeks.client.put(`/v1/loyalty/members/${ada}/customer`, isShopper, { query: { partnerId } }),
    );
    return shop;
  }

  async end(): Promise<void> {
    await this.world.end();
    await this.simulator.close();
  }

  async gatewayWill(answer: 'approve' | 'refuse'): Promise<void> {
    await fetch(`${this.simulator.url}/scenario`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shares: { [answer]: 1 } }),
    });
  }

  async paidOrder(): Promise<{ id: string; paymentId: string }> {
    const { shopper, lamp, world } = this;
    await shopper.signIn();
    const { body: order } = await shopper.client.post('/v1/orders', {
      items: [{ productId: lamp, quantity: 2 }],
    });
    const wish = { orderId: order.id, creditCard: '4980276372331233' };
    const { body: payment } = await shopper.client.post('/v1/payments', wish);
    await world.settle();
    expect(await this.orderOf(order.id)).toMatchObject({ status: 'paid' });
    return { id: order.id, paymentId: payment.id };
  }

  async sold(): Promise<{ id: string; paymentId: string }> {
    const { id } = await this.weeks.sell(this.lamp, 1);
    await this.world.settle();
    return { id, paymentId: (await this.orderOf(id)).paymentId };
  }

  async declare(earning: object | null): Promise<void> {
    const { programme } = this;
    await programme.signIn();
    const thresholds = { balanceAbove: 1_000_000, totalAbove: 1_000_000 };
    await expectOk(programme.client.put('/v1/loyalty/settings', { thresholds, earning }));
  }

  async pointsOfAda(): Promise<number> {
    await this.programme.signIn();
    return (await this.programme.sums(this.ada))[0];
  }

  /** By somebody who should not have. */
  corrupt(sql: string, ...parameters: unknown[]) {
    return withClient(this.world.database.ownerUrl, (client) => client.query(sql, parameters));
  }

  async orderOf(id: string) {
    return (await this.weeks.client.get(`/v1/orders/${id}`)).body;
  }

  async onHand(): Promise<number> {
    return (await this.world.anyone.get(`/v1/catalog/products/${this.lamp}/stock`)).body.items[0].onHand;
  }

  /** Nothing is looked at before it has had its time. */
  async reconciled(): Promise<void> {
    await this.weeks.later(20);
    await this.world.settle();
    await this.world.app.get(Reconciliation).run();
  }

  async open(): Promise<Drift[]> {
    const { body } = await this.weeks.client.get('/v1/reports/reconciliation?status=open&limit=100');
    return body.items;
  }

  async found(kind: string, subject: string): Promise<Drift> {
    const all = await this.open();
    const drift = all.find((each) => each.kind === kind && each.subject === subject);
    if (!drift) throw new Error(`No ${kind} was found of ${subject}: ${JSON.stringify(all)}`);
    return drift;
  }

  approve({ id }: Drift) {
    return this.weeks.client.post(`/v1/reports/reconciliation/${id}/approve`);
  }

  dismiss({ id }: Drift, reason: string) {
    return this.weeks.client.post(`/v1/reports/reconciliation/${id}/dismiss`, { reason });
  }
}
