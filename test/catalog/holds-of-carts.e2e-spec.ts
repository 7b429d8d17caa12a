/** Stock that carts hold: changed line by line, given until later, taken over by an order; by several processes at once. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, STOCK_FREED_SIGNAL, type HoldChange } from '@plaza/catalog';
import { MovableClock } from '#test/clock';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { Stockroom } from './stockroom';

const minuteMs = 60_000;

describe('Stock that a cart holds', () => {
  let database: FreshDatabase;
  let clock: MovableClock;
  let here: Stockroom;
  let there: Stockroom;

  beforeAll(async () => {
    database = await freshDatabase();
    clock = new MovableClock();
    here = await Stockroom.open(database, clock);
    there = await Stockroom.open(database, clock);
  });

  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * minuteMs);
  const roomFor = (at: number) => (at % 2 === 0 ? here : there);

  function change(ownerId: string, productId: string, quantity: number): HoldChange {
    return { ownerId, branchId: ONLINE_BRANCH_ID, productId, quantity, until: inMinutes(15) };
  }

  const set = async (ownerId: string, productId: string, quantity: number, room = here) =>
    (await room.stock.setHolds([change(ownerId, productId, quantity)]))[0];

  const takeOver = async (from: string, to: string, room = here) =>
    (await room.stock.takeOver([{ from, to, until: inMinutes(45) }]))[0];

  it('tells whoever waits when something comes free, and is silent when something is taken', async () => {
    let heard = 0;
    await there.on(STOCK_FREED_SIGNAL, () => (heard += 1));
    const heardSoFar = (times: number) =>
      eventually(() => {
        expect(heard).toBe(times);
      });
    const [cart, productId] = [randomUUID(), await here.product(5)];
    await heardSoFar(1);
    await set(cart, productId, 3);
    await set(cart, productId, 4);
    await set(cart, productId, 2);
    await heardSoFar(2);
    clock.forwardMinutes(16);
    while (await here.stock.releaseExpired(10));
    await heardSoFar(3);
  });

  it('follows what the cart wants, up and down and up again', async () => {
    const [cart, productId] = [randomUUID(), await here.product(10)];
    expect(await set(cart, productId, 4)).toMatchObject({
      outcome: 'held',
      line: { productId, quantity: 4, unitPrice: 100, currency: 'EUR' },
    });
    for (const [quantity, held] of [
      [7, 7],
      [2, 2],
      [0, 0],
      [0, 0],
      [10, 10],
    ] as const) {
      await set(cart, productId, quantity);
      expect(await here.counters(productId)).toEqual({ onHand: 10, held, available: 10 - held });
    }
  });

  it('is told how many it could be at most, its own included, and then stays as it was', async () => {
    const [cart, other, productId] = [randomUUID(), randomUUID(), await here.product(10)];
    await set(cart, productId, 3);
    await set(other, productId, 5);
    expect(await set(cart, productId, 6)).toEqual({ outcome: 'short', available: 5 });
    expect((await here.heldBy([cart])).get(cart)).toMatchObject([{ quantity: 3, live: true }]);
    expect(await set(cart, productId, 5)).toMatchObject({ outcome: 'held' });
  });

  it('is decided change by change, in order of arrival, when many come together', async () => {
    const [first, second] = [await here.product(3), await here.product(1)];
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    const answers = await here.stock.setHolds([
      change(a, first, 2),
      change(b, first, 2),
      change(c, second, 1),
      change(a, first, 1),
      change(b, first, 2),
      change(b, randomUUID(), 1),
      { ...change(b, first, 1), branchId: randomUUID() },
      change(c, second, 0),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'held',
      'short',
      'held',
      'held',
      'held',
      'product-unknown',
      'branch-unknown',
      'released',
    ]);
    expect(answers[1]).toEqual({ outcome: 'short', available: 1 });
    expect(await here.counters(first)).toEqual({ onHand: 3, held: 3, available: 0 });
    expect(await here.counters(second)).toEqual({ onHand: 1, held: 0, available: 1 });
  });

  it('is right after many changes of one cart at once in two processes', async () => {
    const [cart, productId] = [randomUUID(), await here.product(100)];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => set(cart, productId, (at % 9) + 1, roomFor(at))),
    );
    expect(new Set(answers.map((answer) => answer?.outcome))).toEqual(new Set(['held']));
    const [hold] = (await here.heldBy([cart])).get(cart) ?? [];
    expect(await here.counters(productId)).toMatchObject({ held: hold?.quantity });
  });

  it('is free again by time alone, for other carts and for the same one', async () => {
    const [cart, other, productId] = [randomUUID(), randomUUID(), await here.product(5)];
    await set(cart, productId, 5);
    clock.forwardMinutes(16);
    expect((await here.heldBy([cart])).get(cart)).toMatchObject([{ quantity: 5, live: false }]);
    expect(await set(other, productId, 4)).toMatchObject({ outcome: 'held' });
    expect(await set(cart, productId, 5, there)).toEqual({ outcome: 'short', available: 1 });
    expect(await set(cart, productId, 1, there)).toMatchObject({ outcome: 'held' });
    expect(await here.counters(productId)).toEqual({ onHand: 5, held: 5, available: 0 });
  });

  it('is held until later when the cart is extended, except for what had expired', async () => {
    const [cart, early, late] = [randomUUID(), await here.product(5), await here.product(5)];
    await set(cart, early, 1);
    clock.forwardMinutes(10);
    await set(cart, late, 1);
    clock.forwardMinutes(6);
    await here.stock.extendHolds(cart, inMinutes(20));
    clock.forwardMinutes(19);
    const held = (await here.heldBy([cart])).get(cart) ?? [];
    expect(new Map(held.map(({ productId, live }) => [productId, live]))).toEqual(
      new Map([
        [early, false],
        [late, true],
      ]),
    );
  });

  it('becomes an order’s once, with all lines, and the cart has nothing left', async () => {
    const [cart, products] = [randomUUID(), [await here.product(5), await here.product(5)]];
    for (const productId of products) await set(cart, productId, 2);
    const orders = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const answers = await Promise.all(orders.map((order, at) => takeOver(cart, order, roomFor(at))));
    expect(answers.map((answer) => answer?.outcome).sort()).toEqual([
      'held',
      'nothing-held',
      'nothing-held',
      'nothing-held',
    ]);
    const order = orders[answers.findIndex((answer) => answer?.outcome === 'held')] ?? '';
    expect(await takeOver(cart, order)).toEqual({ outcome: 'asked-before' });
    const held = await here.heldBy([cart, order]);
    expect(held.get(cart)).toBeUndefined();
    expect(
      held
        .get(order)
        ?.map(({ productId }) => productId)
        .sort(),
    ).toEqual([...products].sort());
    clock.forwardMinutes(40);
    for (const productId of products) {
      expect(await set(randomUUID(), productId, 4)).toEqual({ outcome: 'short', available: 3 });
    }
    await here.stock.use([order]);
    for (const productId of products) {
      expect(await here.counters(productId)).toEqual({ onHand: 3, held: 0, available: 3 });
    }
  });

  it('is taken anew for the order when it had expired, and refused whole when others have it', async () => {
    const [kept, scarce] = [await here.product(5), await here.product(5)];
    const [lucky, unlucky] = [randomUUID(), randomUUID()];
    await here.stock.setHolds([change(lucky, kept, 5), change(unlucky, scarce, 3)]);
    clock.forwardMinutes(16);
    await here.stock.setHolds([change(unlucky, kept, 1)]);
    expect(await takeOver(lucky, randomUUID())).toMatchObject({
      outcome: 'short',
      short: [{ productId: kept, requested: 5, available: 4 }],
    });
    await set(unlucky, kept, 0);
    expect(await takeOver(lucky, randomUUID())).toMatchObject({ outcome: 'held', lines: [{ quantity: 5 }] });
    expect(await here.counters(kept)).toEqual({ onHand: 5, held: 5, available: 0 });
    expect(await takeOver(unlucky, randomUUID())).toMatchObject({
      outcome: 'held',
      lines: [{ productId: scarce, quantity: 3 }],
    });
    expect(await here.counters(scarce)).toEqual({ onHand: 5, held: 3, available: 2 });
  });

  it('refuses quantities out of bounds', async () => {
    const productId = await here.product(1);
    for (const quantity of [-1, 1.5, 1_001, NaN]) {
      await expect(set(randomUUID(), productId, quantity)).rejects.toMatchObject({ kind: 'invalid' });
    }
  });
});
