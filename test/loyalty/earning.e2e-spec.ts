/** What members buy in the shop earns points in the programmes that say so, once for each order; money given back takes them back. */
import { randomUUID } from 'node:crypto';
import { RegistrationService } from '@plaza/identity';
import type { OrderEvent } from '@plaza/orders';
import { LoyaltyConsumer } from '../../apps/worker/src/consumers/loyalty.consumer';
import { category, pointersOf, product, staff, type Person } from '../catalog/shop';
import type { Answer } from '#test/client';
import { World } from '#test/world';
import { expectOk, faultsOfBooks, PartnerProgramme } from './programme';

const thresholds = { balanceAbove: 1_000_000, totalAbove: 1_000_000 };
const plain = { currency: 'EUR', amount: 100, points: 1 };

describe('Orders of the shop', () => {
  let world: World;
  let clerk: Person;
  let programme: PartnerProgramme;
  let branchId: string;
  let drinks: string;
  let wine: string;
  let bread: string;
  let ada: string;
  let document: string;
  let customerId: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    branchId = (await clerk.client.post('/v1/catalog/branches', { code: 'north', name: 'North' })).body.id;
    drinks = await category(world, 'Drinks');
    const wines = await category(world, 'Wines', drinks);
    wine = await product(world, { categoryId: wines, price: 1_000, onHand: 1_000, branchId });
    bread = await product(world, { price: 250, onHand: 1_000, branchId });
  });

  beforeEach(async () => {
    programme = await PartnerProgramme.open(world);
    ada = await programme.member('ada');
    document = randomUUID().slice(0, 12);
    customerId = await shopper(document);
    await declare(plain);
    await expectOk(link(customerId));
  });

  afterEach(async () => {
    await world.settle();
    expect(await faultsOfBooks(world.database.ownerUrl)).toEqual([]);
    expect(await world.rows('SELECT FROM messaging.dead_letters')).toEqual([]);
  });

  afterAll(() => world.end());

  async function shopper(documentNumber: string): Promise<string> {
    const username = `shopper-${documentNumber}`;
    const details = { username, email: `${username}@example.org`, password: 'a long enough password' };
    return (await world.app.get(RegistrationService).register({ ...details, documentNumber })).id;
  }

  const declare = (earning: object | null) =>
    expectOk(programme.client.put('/v1/loyalty/settings', { thresholds, earning }));
  const ofPartner = () => ({ query: { partnerId: programme.partnerId } });
  const link = (customer: string, externalId = ada) =>
    clerk.client.put(`/v1/loyalty/members/${externalId}/customer`, { customerId: customer }, ofPartner());
  const dryRun = (wish: object) => programme.client.post('/v1/loyalty/rules/dry-run', wish);

  async function buys(
    items: { productId: string; quantity: number; unitPrice?: number }[],
  ): Promise<Answer['body']> {
    const { body } = await expectOk(clerk.client.post('/v1/orders/sales', { branchId, document, items }));
    await world.settle();
    return body;
  }

  async function giveBack(paymentId: string, amount: number): Promise<void> {
    const wish = { amount, reason: 'Broken' };
    const headers = { 'idempotency-key': randomUUID() };
    await expectOk(clerk.client.post(`/v1/payments/${paymentId}/refunds`, wish, { headers }));
    await world.settle();
  }

  /** As it comes when an order was paid. */
  const paid = (order: Answer['body']): OrderEvent => ({
    ...{
      id: randomUUID(),
      type: 'order-paid',
      occurredAt: order.paidAt,
      correlationId: 'again',
      actor: null,
    },
    data: {
      ...{ orderId: order.id, customerId, branchId, total: order.total, currency: order.currency },
      ...{ paymentId: order.paymentId, paidAt: order.paidAt, sale: true },
    },
  });
  const deliver = (order: Answer['body']) => world.app.get(LoyaltyConsumer).takeOrders([paid(order)]);

  it('earn a member points by the rules of the programme, once each', async () => {
    await declare({
      ...plain,
      ...{ pendingDays: 14, expiresAfterDays: 365 },
      multipliers: [
        { name: 'drinks', percent: 300, categoryId: drinks },
        { name: 'elsewhere', percent: 1_000, branchId: (await expectOk(elsewhere())).body.id },
      ],
    });
    const order = await buys([
      { productId: wine, quantity: 2 },
      { productId: bread, quantity: 1 },
    ]);
    expect(await programme.sums(ada)).toEqual([0, 62, 0]);
    await declare({ ...plain, points: 1_000 });
    await deliver(order);
    expect(await programme.sums(ada)).toEqual([0, 62, 0]);
    const { body } = await programme.client.get(`/v1/loyalty/members/${ada}/entries`);
    expect(body.items).toMatchObject([
      { category: 'accrual', points: 62, description: `Order ${order.number}`, occurredAt: order.paidAt },
    ]);
    world.clock.forwardMinutes(14 * 24 * 60);
    await Promise.all([clerk.signIn(), programme.signIn()]);
    expect(await programme.sums(ada)).toEqual([62, 0, 0]);
  });

  const elsewhere = () =>
    clerk.client.post('/v1/catalog/branches', { code: randomUUID().slice(0, 8), name: 'South' });

  it('earn nothing for who is no member, no customer any more, or where there are no rules', async () => {
    await expectOk(clerk.client.delete(`/v1/loyalty/members/${ada}/customer`, ofPartner()));
    await buys([{ productId: wine, quantity: 1 }]);
    await expectOk(link(customerId));
    await declare(null);
    await buys([{ productId: wine, quantity: 1 }]);
    await declare({ ...plain, currency: 'USD' });
    await buys([{ productId: wine, quantity: 1 }]);
    expect(await programme.sums(ada)).toEqual([0, 0, 0]);
  });

  it('lose points in proportion to the money that is given back, and never more than they earned', async () => {
    await declare({ ...plain, amount: 300 });
    const { paymentId } = await buys([{ productId: wine, quantity: 1 }]);
    expect(await programme.sums(ada)).toEqual([3, 0, 0]);
    await giveBack(paymentId, 100);
    // 900 of 1,000 are left: 2.7 points stay, rounded down.
    expect(await programme.sums(ada)).toEqual([2, 0, 0]);
    await giveBack(paymentId, 233);
    expect(await programme.sums(ada)).toEqual([2, 0, 0]);
    await giveBack(paymentId, 667);
    expect(await programme.sums(ada)).toEqual([0, 0, 0]);
    expect(await programme.categories(ada)).toEqual([
      ['accrual', 3, 3],
      ['reversal', 1, 2],
      ['reversal', 2, 0],
    ]);
  });

  it('leave what was used: no balance goes below zero', async () => {
    await programme.accrue(ada, 5);
    const { paymentId } = await buys([{ productId: wine, quantity: 2 }]);
    await expectOk(programme.redeem(ada, 18));
    await giveBack(paymentId, 2_000);
    expect(await programme.sums(ada)).toEqual([0, 0, 0]);
    expect((await programme.categories(ada)).at(-1)).toEqual(['reversal', 7, 0]);
    await programme.accrue(ada, 50);
    expect(await programme.sums(ada)).toEqual([50, 0, 0]);
  });

  it('leave what is left of their points to be taken back by hand, and are not counted twice', async () => {
    const { paymentId } = await buys([{ productId: wine, quantity: 1 }]);
    await giveBack(paymentId, 400);
    const { body } = await programme.client.get(`/v1/loyalty/members/${ada}/entries`);
    const accrual = body.items.at(-1);
    expect(await programme.reverse(accrual.id)).toMatchObject({
      status: 201,
      body: { points: 6, balance: 0 },
    });
    expect(await programme.reverse(accrual.id)).toMatchObject({ status: 200, body: { points: 6 } });
    await giveBack(paymentId, 600);
    await programme.accrue(ada, 9);
    expect(await programme.sums(ada)).toEqual([9, 0, 0]);
  });

  it('that are told after money of theirs was given back keep the points of the rest alone', async () => {
    await expectOk(clerk.client.delete(`/v1/loyalty/members/${ada}/customer`, ofPartner()));
    const order = await buys([{ productId: wine, quantity: 1 }]);
    await giveBack(order.paymentId, 500);
    await expectOk(link(customerId));
    await deliver(order);
    await deliver(order);
    expect(await programme.categories(ada)).toEqual([
      ['accrual', 10, 10],
      ['reversal', 5, 5],
    ]);
  });

  it('are explained before they are paid for: which line, which multiplier, what rounding', async () => {
    await declare({
      ...plain,
      amount: 300,
      multipliers: [{ name: 'drinks', percent: 200, categoryId: drinks }],
    });
    const order = await buys([
      { productId: wine, quantity: 1 },
      { productId: bread, quantity: 1 },
    ]);
    const told = await dryRun({ orderId: order.id });
    expect(told).toMatchObject({
      status: 200,
      body: {
        ...{ points: 7, exact: '7.5000', rounding: 'down', capped: false, otherCurrency: false },
        lines: [
          { productId: wine, amount: 1_000, multiplier: 'drinks', percent: 200, exact: '6.6666' },
          { productId: bread, amount: 250, multiplier: null, percent: 100, exact: '0.8333' },
        ],
      },
    });
    expect(told.body.points).toBe((await programme.sums(ada))[0]);
    const rules = { ...plain, rounding: 'up', orderPointsMax: 2 };
    const lines = [{ categoryId: drinks, amount: 101 }, { amount: 100 }];
    expect(await dryRun({ lines, rules })).toMatchObject({
      body: { points: 2, exact: '2.0100', capped: true },
    });
    expect(await programme.sums(ada)).toEqual([7, 0, 0]);
  });

  it('are not explained to a partner whose member did not place them', async () => {
    const stranger = await PartnerProgramme.open(world);
    const order = await buys([{ productId: wine, quantity: 1 }]);
    const rules = plain;
    const unknown = { status: 404, body: { code: 'loyalty.order-unknown' } };
    const askedBy = (client: PartnerProgramme['client'], orderId: string) =>
      client.post('/v1/loyalty/rules/dry-run', { orderId, rules });
    expect(await askedBy(stranger.client, order.id)).toMatchObject(unknown);
    expect(await askedBy(programme.client, randomUUID())).toMatchObject(unknown);
    expect(await stranger.client.post('/v1/loyalty/rules/dry-run', { lines: [{ amount: 1 }] })).toMatchObject(
      {
        status: 409,
        body: { code: 'loyalty.no-earning-rules' },
      },
    );
  });

  it('have rules that are one object, as tiers are, and no list of them', async () => {
    for (const field of ['earning', 'tiers']) {
      const refused = await programme.client.put('/v1/loyalty/settings', { thresholds, [field]: [] });
      expect([refused.status, pointersOf(refused.body)]).toEqual([400, [`/${field}`]]);
    }
    const tried = await programme.client.post('/v1/loyalty/rules/dry-run', {
      lines: [{ amount: 1 }],
      rules: [],
    });
    expect([tried.status, pointersOf(tried.body)]).toEqual([400, ['/rules']]);
  });

  it('have rules that are refused as a whole, each fault with its place', async () => {
    const faulty = {
      ...{ currency: 'euro', amount: 0, points: 1.5, rounding: 'away', zone: 'Europe/Nowhere' },
      multipliers: [
        { name: 'one', percent: -1, from: '2026-02-30', weekdays: [8] },
        { name: ' ', percent: 1, categoryId: 'drinks' },
      ],
    };
    const refused = await programme.client.put('/v1/loyalty/settings', { thresholds, earning: faulty });
    expect([refused.status, pointersOf(refused.body)]).toEqual([
      400,
      [
        ...['/earning/currency', '/earning/amount', '/earning/points', '/earning/rounding', '/earning/zone'],
        ...[
          '/earning/multipliers/0/percent',
          '/earning/multipliers/0/from',
          '/earning/multipliers/0/weekdays',
        ],
        ...['/earning/multipliers/1/name', '/earning/multipliers/1/categoryId'],
      ],
    ]);
    const unknown = [
      { name: 'one', percent: 1, categoryId: randomUUID() },
      { name: 'one', percent: 1, branchId: randomUUID() },
    ];
    const put = (multipliers: object[]) =>
      programme.client.put('/v1/loyalty/settings', { thresholds, earning: { ...plain, multipliers } });
    expect(pointersOf((await put(unknown)).body)).toEqual([
      '/earning/multipliers/0/categoryId',
      '/earning/multipliers/1/branchId',
    ]);
    expect(
      pointersOf(
        (
          await put([
            { name: 'one', percent: 1 },
            { name: 'one', percent: 2 },
          ])
        ).body,
      ),
    ).toEqual(['/earning/multipliers/1/name']);
    const { body } = await expectOk(programme.client.put('/v1/loyalty/settings', { thresholds }));
    expect(body.earning).toMatchObject({ ...plain, rounding: 'down', zone: 'UTC', multipliers: [] });
  });

  it('are those of one member at most, and only staff say of whom', async () => {
    const ben = await programme.member('ben');
    expect(await link(customerId, ben)).toMatchObject({
      status: 409,
      body: { code: 'loyalty.customer-taken' },
    });
    expect(await link(randomUUID(), ben)).toMatchObject({ status: 404 });
    expect(await link(await shopper(randomUUID().slice(0, 12)), 'nobody')).toMatchObject({ status: 404 });
    const own = await programme.client.put(`/v1/loyalty/members/${ben}/customer`, { customerId });
    expect(own.status).toBe(403);
    expect((await programme.client.get(`/v1/loyalty/members/${ada}`)).body.isCustomer).toBe(true);
  });
});
