/** Orders, payments, stock and points are held against each other at night; what does not fit is told, and mended when staff approve it. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { EarningService } from '@plaza/loyalty';
import { Reconciliation } from '@plaza/reporting';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { customer, product, type Person } from '../catalog/shop';
import { expectOk, PartnerProgramme } from '../loyalty/programme';
import { World } from '#test/world';
import { ShopWeeks } from './shop-week';

interface Drift {
  id: string;
  kind: string;
  subject: string;
  status: string;
  correction: { does: string } | null;
}

describe('Reconciliation', () => {
  let simulator: Simulator;
  let world: World;
  let weeks: ShopWeeks;
  let shopper: Person;
  let lamp: string;
  let programme: PartnerProgramme;
  let ada: string;

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, seed: 'reconciliation', hangMsMax: 1_000 });
    await fetch(`${simulator.url}/scenario`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ shares: { approve: 1 } }),
    });
    world = await World.start({ variables: { GATEWAY_URL: simulator.url, ERROR_LOG_URL: simulator.url } });
    weeks = await ShopWeeks.begin(world);
    shopper = await customer(world);
    lamp = await product(world, { name: 'Lamp', price: 1_000, onHand: 100 });
    programme = await PartnerProgramme.open(world);
    ada = await programme.member('ada');
    await declare({ currency: 'EUR', amount: 100, points: 1 });
    const { partnerId } = programme;
    const isShopper = { customerId: shopper.id };
    await expectOk(
      weeks.client.put(`/v1/loyalty/members/${ada}/customer`, isShopper, { query: { partnerId } }),
    );
  });

  afterAll(async () => {
    await world.end();
    await simulator.close();
  });

  async function paidOrder(): Promise<{ id: string; paymentId: string }> {
    await shopper.signIn();
    const { body: order } = await shopper.client.post('/v1/orders', {
      items: [{ productId: lamp, quantity: 2 }],
    });
    const wish = { orderId: order.id, creditCard: '4980276372331233' };
    const { body: payment } = await shopper.client.post('/v1/payments', wish);
    await world.settle();
    expect(await orderOf(order.id)).toMatchObject({ status: 'paid' });
    return { id: order.id, paymentId: payment.id };
  }

  async function sold(): Promise<{ id: string; paymentId: string }> {
    const { id } = await weeks.sell(lamp, 1);
    await world.settle();
    return { id, paymentId: (await orderOf(id)).paymentId };
  }

  async function declare(earning: object | null): Promise<void> {
    await programme.signIn();
    const thresholds = { balanceAbove: 1_000_000, totalAbove: 1_000_000 };
    await expectOk(programme.client.put('/v1/loyalty/settings', { thresholds, earning }));
  }

  async function pointsOfAda(): Promise<number> {
    await programme.signIn();
    return (await programme.sums(ada))[0];
  }

  /** By somebody who should not have. */
  const corrupt = (sql: string, ...parameters: unknown[]) =>
    withClient(world.database.ownerUrl, (client) => client.query(sql, parameters));
  const orderOf = async (id: string) => (await weeks.client.get(`/v1/orders/${id}`)).body;
  const onHand = async () =>
    (await world.anyone.get(`/v1/catalog/products/${lamp}/stock`)).body.items[0].onHand as number;

  /** Nothing is looked at before it has had its time. */
  async function reconciled(): Promise<void> {
    await weeks.later(20);
    await world.settle();
    await world.app.get(Reconciliation).run();
  }

  async function open(): Promise<Drift[]> {
    const { body } = await weeks.client.get('/v1/reports/reconciliation?status=open&limit=100');
    return body.items;
  }

  async function found(kind: string, subject: string): Promise<Drift> {
    const drift = (await open()).find((each) => each.kind === kind && each.subject === subject);
    if (!drift) throw new Error(`No ${kind} was found of ${subject}: ${JSON.stringify(await open())}`);
    return drift;
  }

  const approve = ({ id }: Drift) => weeks.client.post(`/v1/reports/reconciliation/${id}/approve`);

  it('finds nothing where everything fits', async () => {
    await paidOrder();
    await sold();
    const cancelled = await shopper.client.post('/v1/orders', { items: [{ productId: lamp, quantity: 1 }] });
    await shopper.client.post(`/v1/orders/${String(cancelled.body.id)}/cancel`);
    await reconciled();
    expect(await open()).toEqual([]);
  });

  it('marks an order as paid whose payment was captured and did not get there', async () => {
    const { id, paymentId } = await paidOrder();
    await corrupt(
      `UPDATE orders.orders SET status = 'awaiting-payment', paid_at = NULL, payment_id = NULL,
              pay_before = pay_before + interval '1 day' WHERE id = $1`,
      id,
    );
    await reconciled();
    const drift = await found('capture-not-marked', paymentId);
    expect((await approve(drift)).body).toMatchObject({
      ...{ status: 'corrected', correction: { does: 'mark-paid' } },
      approvedBy: { kind: 'staff', id: weeks.clerkId },
    });
    expect(await orderOf(id)).toMatchObject({ status: 'paid', paymentId });
    await reconciled();
    expect(await open()).toEqual([]);
    const again = await approve(drift);
    expect([again.status, again.body.code]).toEqual([409, 'reporting.drift-not-open']);
  });

  it('gives money back that was taken for an order which has ended, and takes its stock and points back', async () => {
    const { id, paymentId } = await paidOrder();
    await corrupt(
      `UPDATE orders.orders SET status = 'cancelled', paid_at = NULL, payment_id = NULL WHERE id = $1`,
      id,
    );
    await reconciled();
    const before = await onHand();
    await approve(await found('capture-without-order', paymentId));
    const [movement] = (await open()).filter(({ kind }) => kind === 'movement-without-cause');
    if (!movement) throw new Error('Stock that went without cause was not found');
    await approve(movement);
    const [points] = (await open()).filter(({ kind }) => kind === 'points-without-payment');
    if (!points) throw new Error('Points of an order that has ended were not found');
    const pointsBefore = await pointsOfAda();
    await approve(points);
    expect(await pointsOfAda()).toBe(pointsBefore - 20);
    expect(await onHand()).toBe(before + 2);
    await world.settle();
    expect((await weeks.client.get(`/v1/payments/${paymentId}`)).body).toMatchObject({ givenBack: 2_000 });
    await reconciled();
    expect(await open()).toEqual([]);
  });

  it('puts the payment of a sale on the stream again that got lost on its way', async () => {
    const { id } = await sold();
    const paymentId = '019e2f41-7c55-7a31-8f0e-2d3c4b5a6978';
    await corrupt('UPDATE orders.orders SET payment_id = $2 WHERE id = $1', id, paymentId);
    await reconciled();
    await approve(await found('paid-without-capture', id));
    await world.settle();
    expect((await weeks.client.get(`/v1/payments/${paymentId}`)).body).toMatchObject({
      ...{ status: 'captured', amount: 1_000 },
    });
  });

  it('takes the stock of a paid order that was never taken', async () => {
    const { id } = await sold();
    await corrupt('DELETE FROM catalog.stock_movements WHERE reference = $1', id);
    await corrupt(`UPDATE catalog.holds SET status = 'expired' WHERE owner_id = $1`, id);
    await corrupt('UPDATE catalog.stock SET on_hand = on_hand + 1 WHERE product_id = $1', lamp);
    const before = await onHand();
    await reconciled();
    await approve(await found('paid-stock-not-used', id));
    expect(await onHand()).toBe(before - 1);
  });

  it('takes back points for which nothing was paid', async () => {
    const before = await pointsOfAda();
    const { partnerId } = programme;
    const orderId = randomUUID();
    const lines = [{ productId: lamp, amount: 700, categoryIds: [] }];
    await world.app.get(EarningService).earn(
      { partnerId, mode: 'live' },
      {
        ...{ orderId, number: 'R-1', customerId: shopper.id, currency: 'EUR', branchId: null, lines },
        paidAt: world.clock.now(),
      },
    );
    expect(await pointsOfAda()).toBe(before + 7);
    await reconciled();
    const drift = (await open()).find(({ kind }) => kind === 'points-without-payment');
    if (!drift) throw new Error('Points without a payment were not found');
    expect((await approve(drift)).body).toMatchObject({ status: 'corrected', rows: { points: { orderId } } });
    expect(await pointsOfAda()).toBe(before);
    await reconciled();
    expect(await open()).toEqual([]);
  });

  it('takes points along with money that was given back where nobody heard of it, and only what is left of them', async () => {
    const before = await pointsOfAda();
    const { paymentId } = await paidOrder();
    expect(await pointsOfAda()).toBe(before + 20);
    await corrupt(
      `WITH given AS (UPDATE payments.payments SET given_back = given_back + 500 WHERE payment_id = $1)
       INSERT INTO payments.refunds (refund_id, payment_id, amount, reason, status, actor_kind, actor_id,
                                     requested_at, settled_at)
       VALUES (gen_random_uuid(), $1, 500, 'Broken', 'refunded', 'staff', $2, $3, $3)`,
      ...[paymentId, weeks.clerkId, world.clock.now()],
    );
    await reconciled();
    const [drift] = (await open()).filter(({ kind }) => kind === 'points-not-taken-back');
    if (!drift) throw new Error('Points that stayed were not found');
    await approve(drift);
    expect(await pointsOfAda()).toBe(before + 15);
    await reconciled();
    expect(await open()).toEqual([]);
    await programme.signIn();
    await expectOk(programme.redeem(ada, before + 15));
    await weeks.client.post(
      `/v1/payments/${paymentId}/refunds`,
      { amount: 1_500, reason: 'Broken' },
      { headers: { 'idempotency-key': randomUUID() } },
    );
    await reconciled();
    expect(await open()).toEqual([]);
  });

  it('gives the points that a paid order earns by the rules of that moment, and has not got', async () => {
    await declare(null);
    const { id } = await paidOrder();
    await withClient(world.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('plaza.partner_id', $1, false)`, [programme.partnerId]);
      await client.query('DELETE FROM loyalty.earning_rules WHERE rules IS NULL');
    });
    await declare({ currency: 'EUR', amount: 1, points: 1 });
    const before = await pointsOfAda();
    await reconciled();
    await approve(await found('payment-without-points', `${id} ${programme.partnerId}`));
    expect(await pointsOfAda()).toBe(before + 20);
    await reconciled();
    expect(await open()).toEqual([]);
  });

  it('leaves to people what only they can know, and forgets what was right again by itself', async () => {
    const { id } = await paidOrder();
    await corrupt('UPDATE orders.orders SET total = total + 1 WHERE id = $1', id);
    await reconciled();
    const drift = await found('paid-amount-differs', id);
    const refused = await approve(drift);
    expect([refused.status, refused.body.code]).toEqual([409, 'reporting.no-correction']);
    expect((await weeks.report(weeks.now)).figure('drifts')).toMatchObject({ value: 1 });
    await corrupt('UPDATE orders.orders SET total = total - 1 WHERE id = $1', id);
    await reconciled();
    const { body } = await weeks.client.get('/v1/reports/reconciliation?kind=paid-amount-differs');
    expect(body.items).toMatchObject([{ status: 'gone', subject: id }]);
  });

  it('is done once every night', async () => {
    const nights = () => world.rows('SELECT result FROM reporting.nights ORDER BY began_at');
    const earlier = (await nights()).length;
    await weeks.goToMonday(2, 30);
    await world.settle();
    expect(await nights()).toHaveLength(earlier);
    await weeks.later(40);
    await world.settle();
    await world.settle();
    expect((await nights()).slice(earlier)).toMatchObject([{ result: { drifts: 0 } }]);
  });
});
