/** Orders, payments, stock and points are held against each other at night; what does not fit is told, and mended when staff approve it. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { EarningService } from '@plaza/loyalty';
import { expectOk } from '../loyalty/programme';
import type { World } from '#test/world';
import { ReconciledShop } from './reconciled-shop';
import type { ShopWeeks } from './shop-week';

describe('Reconciliation', () => {
  let shop: ReconciledShop;
  let world: World;
  let weeks: ShopWeeks;

  beforeAll(async () => {
    shop = await ReconciledShop.begin();
    ({ world, weeks } = shop);
  });

  afterAll(async () => {
    await shop.end();
  });

  it('finds nothing where everything fits', async () => {
    await shop.paidOrder();
    await shop.sold();
    const cancelled = await shop.shopper.client.post('/v1/orders', {
      items: [{ productId: shop.lamp, quantity: 1 }],
    });
    await shop.shopper.client.post(`/v1/orders/${String(cancelled.body.id)}/cancel`);
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
  });

  it('marks an order as paid whose payment was captured and did not get there', async () => {
    const { id, paymentId } = await shop.paidOrder();
    await shop.corrupt(
      `UPDATE orders.orders SET status = 'awaiting-payment', paid_at = NULL, payment_id = NULL,
              pay_before = pay_before + interval '1 day' WHERE id = $1`,
      id,
    );
    await shop.reconciled();
    const drift = await shop.found('capture-not-marked', paymentId);
    expect((await shop.approve(drift)).body).toMatchObject({
      ...{ status: 'corrected', correction: { does: 'mark-paid' } },
      approvedBy: { kind: 'staff', id: weeks.clerkId },
    });
    expect(await shop.orderOf(id)).toMatchObject({ status: 'paid', paymentId });
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
    const again = await shop.approve(drift);
    expect([again.status, again.body.code]).toEqual([409, 'reporting.drift-not-open']);
  });

  it('gives money back that was taken for an order which has ended, and takes its stock and points back', async () => {
    const { id, paymentId } = await shop.paidOrder();
    await shop.corrupt(
      `UPDATE orders.orders SET status = 'cancelled', paid_at = NULL, payment_id = NULL WHERE id = $1`,
      id,
    );
    await shop.reconciled();
    const before = await shop.onHand();
    await shop.approve(await shop.found('capture-without-order', paymentId));
    const [movement] = (await shop.open()).filter(({ kind }) => kind === 'movement-without-cause');
    if (!movement) throw new Error('Stock that went without cause was not found');
    await shop.approve(movement);
    const [points] = (await shop.open()).filter(({ kind }) => kind === 'points-without-payment');
    if (!points) throw new Error('Points of an order that has ended were not found');
    const pointsBefore = await shop.pointsOfAda();
    await shop.approve(points);
    expect(await shop.pointsOfAda()).toBe(pointsBefore - 20);
    expect(await shop.onHand()).toBe(before + 2);
    await world.settle();
    expect((await weeks.client.get(`/v1/payments/${paymentId}`)).body).toMatchObject({ givenBack: 2_000 });
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
  });

  it('puts the payment of a sale on the stream again that got lost on its way', async () => {
    const { id } = await shop.sold();
    const paymentId = '019e2f41-7c55-7a31-8f0e-2d3c4b5a6978';
    await shop.corrupt('UPDATE orders.orders SET payment_id = $2 WHERE id = $1', id, paymentId);
    await shop.reconciled();
    await shop.approve(await shop.found('paid-without-capture', id));
    await world.settle();
    expect((await weeks.client.get(`/v1/payments/${paymentId}`)).body).toMatchObject({
      ...{ status: 'captured', amount: 1_000 },
    });
  });

  it('takes the stock of a paid order that was never taken', async () => {
    const { id } = await shop.sold();
    await shop.corrupt('DELETE FROM catalog.stock_movements WHERE reference = $1', id);
    await shop.corrupt(`UPDATE catalog.holds SET status = 'expired' WHERE owner_id = $1`, id);
    await shop.corrupt('UPDATE catalog.stock SET on_hand = on_hand + 1 WHERE product_id = $1', shop.lamp);
    const before = await shop.onHand();
    await shop.reconciled();
    await shop.approve(await shop.found('paid-stock-not-used', id));
    expect(await shop.onHand()).toBe(before - 1);
  });

  it('takes back points for which nothing was paid', async () => {
    const before = await shop.pointsOfAda();
    const { partnerId } = shop.programme;
    const orderId = randomUUID();
    const lines = [{ productId: shop.lamp, amount: 700, categoryIds: [] }];
    await world.app.get(EarningService).earn(
      { partnerId, mode: 'live' },
      {
        ...{ orderId, number: 'R-1', customerId: shop.shopper.id, currency: 'EUR', branchId: null, lines },
        paidAt: world.clock.now(),
      },
    );
    expect(await shop.pointsOfAda()).toBe(before + 7);
    await shop.reconciled();
    const drift = (await shop.open()).find(({ kind }) => kind === 'points-without-payment');
    if (!drift) throw new Error('Points without a payment were not found');
    expect((await shop.approve(drift)).body).toMatchObject({
      status: 'corrected',
      rows: { points: { orderId } },
    });
    expect(await shop.pointsOfAda()).toBe(before);
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
  });

  it('takes points along with money that was given back where nobody heard of it, and only what is left of them', async () => {
    const before = await shop.pointsOfAda();
    const { paymentId } = await shop.paidOrder();
    expect(await shop.pointsOfAda()).toBe(before + 20);
    await shop.corrupt(
      `WITH given AS (UPDATE payments.payments SET given_back = given_back + 500 WHERE payment_id = $1)
       INSERT INTO payments.refunds (refund_id, payment_id, amount, reason, status, actor_kind, actor_id,
                                     requested_at, settled_at)
       VALUES (gen_random_uuid(), $1, 500, 'Broken', 'refunded', 'staff', $2, $3, $3)`,
      ...[paymentId, weeks.clerkId, world.clock.now()],
    );
    await shop.reconciled();
    const [drift] = (await shop.open()).filter(({ kind }) => kind === 'points-not-taken-back');
    if (!drift) throw new Error('Points that stayed were not found');
    await shop.approve(drift);
    expect(await shop.pointsOfAda()).toBe(before + 15);
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
    await shop.programme.signIn();
    await expectOk(shop.programme.redeem(shop.ada, before + 15));
    await weeks.client.post(
      `/v1/payments/${paymentId}/refunds`,
      { amount: 1_500, reason: 'Broken' },
      { headers: { 'idempotency-key': randomUUID() } },
    );
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
  });

  it('gives the points that a paid order earns by the rules of that moment, and has not got', async () => {
    await shop.declare(null);
    const { id } = await shop.paidOrder();
    await withClient(world.database.ownerUrl, async (client) => {
      await client.query(`SELECT set_config('plaza.partner_id', $1, false)`, [shop.programme.partnerId]);
      await client.query('DELETE FROM loyalty.earning_rules WHERE rules IS NULL');
    });
    await shop.declare({ currency: 'EUR', amount: 1, points: 1 });
    const before = await shop.pointsOfAda();
    await shop.reconciled();
    await shop.approve(await shop.found('payment-without-points', `${id} ${shop.programme.partnerId}`));
    expect(await shop.pointsOfAda()).toBe(before + 20);
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
  });

  it('leaves to people what only they can know, and forgets what was right again by itself', async () => {
    const { id } = await shop.paidOrder();
    await shop.corrupt('UPDATE orders.orders SET total = total + 1 WHERE id = $1', id);
    await shop.reconciled();
    const drift = await shop.found('paid-amount-differs', id);
    const refused = await shop.approve(drift);
    expect([refused.status, refused.body.code]).toEqual([409, 'reporting.no-correction']);
    expect((await weeks.report(weeks.now)).figure('drifts')).toMatchObject({ value: 1 });
    await shop.corrupt('UPDATE orders.orders SET total = total - 1 WHERE id = $1', id);
    await shop.reconciled();
    const { body } = await weeks.client.get('/v1/reports/reconciliation?kind=paid-amount-differs');
    expect(body.items).toMatchObject([{ status: 'gone', subject: id }]);
  });

  it('says that a correction did not take where the gateway refused it, and offers it once more', async () => {
    await shop.declare(null);
    const { id, paymentId } = await shop.paidOrder();
    await shop.corrupt(`UPDATE orders.orders SET payment_id = gen_random_uuid() WHERE id = $1`, id);
    await shop.reconciled();
    await shop.gatewayWill('refuse');
    const { body: corrected } = await shop.approve(await shop.found('capture-without-order', paymentId));
    expect(corrected).toMatchObject({ status: 'corrected', triedAt: null });
    await shop.reconciled();
    expect((await shop.open()).map(({ kind }) => kind)).toEqual(['paid-without-capture']);
    await weeks.later(60);
    await shop.reconciled();
    const drift = await shop.found('capture-without-order', paymentId);
    expect(drift).toMatchObject({ triedAt: corrected.closedAt, approvedBy: null });
    await shop.gatewayWill('approve');
    await shop.corrupt('UPDATE orders.orders SET payment_id = $2 WHERE id = $1', id, paymentId);
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
  });

  it('finds stock that went twice for one order, and returns what went too often', async () => {
    const { id } = await shop.sold();
    const before = await shop.onHand();
    await shop.corrupt(
      `INSERT INTO catalog.stock_movements (product_id, branch_id, delta, cause, reference, moved_at)
       SELECT product_id, branch_id, delta, cause, reference, moved_at FROM catalog.stock_movements WHERE reference = $1`,
      id,
    );
    await shop.corrupt('UPDATE catalog.stock SET on_hand = on_hand - 1 WHERE product_id = $1', shop.lamp);
    await shop.reconciled();
    const drifts = await shop.open();
    expect(drifts).toMatchObject([{ kind: 'movement-without-cause', correction: { quantity: 1 } }]);
    for (const drift of drifts) await shop.approve(drift);
    expect(await shop.onHand()).toBe(before);
    await weeks.later(60);
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
  });

  it('looks at what is open again however old it is, and leaves alone what was dismissed until it is another', async () => {
    const mended = await shop.sold();
    const kept = await shop.sold();
    const raise = (id: string, by: number) =>
      shop.corrupt('UPDATE orders.orders SET total = total + $2 WHERE id = $1', id, by);
    await raise(mended.id, 1);
    await raise(kept.id, 1);
    await shop.reconciled();
    await weeks.later(11 * 24 * 60);
    await shop.reconciled();
    const drift = await shop.found('paid-amount-differs', kept.id);
    await raise(mended.id, -1);
    expect((await shop.dismiss(drift, 'Rounded by hand')).body).toMatchObject({
      ...{ status: 'dismissed', approvedBy: null },
      dismissed: { kind: 'staff', id: weeks.clerkId, reason: 'Rounded by hand' },
    });
    expect((await shop.dismiss(drift, 'Again')).body.code).toBe('reporting.drift-not-open');
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
    const statuses = async () =>
      world.rows('SELECT subject, status FROM reporting.drifts WHERE subject = ANY ($1) ORDER BY status', [
        [mended.id, kept.id],
      ]);
    expect(await statuses()).toEqual([
      { subject: kept.id, status: 'dismissed' },
      { subject: mended.id, status: 'gone' },
    ]);
  });

  it('is open again when what was dismissed has come to be another', async () => {
    const { id } = await shop.sold();
    const raise = () => shop.corrupt('UPDATE orders.orders SET total = total + 1 WHERE id = $1', id);
    await raise();
    await shop.reconciled();
    await shop.dismiss(await shop.found('paid-amount-differs', id), 'Rounded by hand');
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
    await raise();
    await shop.reconciled();
    expect(await shop.found('paid-amount-differs', id)).toMatchObject({ dismissed: null });
    await shop.corrupt('UPDATE orders.orders SET total = total - 2 WHERE id = $1', id);
    await shop.reconciled();
    expect(await shop.open()).toEqual([]);
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
