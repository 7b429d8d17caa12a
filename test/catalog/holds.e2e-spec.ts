/** Stock that is set aside, used and given back by several processes at once, on one database. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, type HoldAnswer, type HoldRequest } from '@plaza/catalog';
import { withClient } from '@plaza/engines';
import * as fc from 'fast-check';
import { MovableClock } from '#test/clock';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { Stockroom } from './stockroom';

const minuteMs = 60_000;
const countersOf = `
  SELECT on_hand, held, available FROM catalog.stock JOIN unnest($1::uuid[]) WITH ORDINALITY AS chosen (id, place) ON id = product_id
  ORDER BY place`;

describe('Stock', () => {
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

  function request(productIds: string[], quantity = 1, ownerId: string = randomUUID()): HoldRequest {
    const lines = productIds.map((productId) => ({ productId, quantity }));
    const until = new Date(clock.now().getTime() + 30 * minuteMs);
    return { ownerId, branchId: ONLINE_BRANCH_ID, lines, until };
  }

  const hold = async (wish: HoldRequest, at = here) => (await at.stock.hold([wish]))[0];

  it('is sold as often as it is there, whoever asks, and not once more', async () => {
    const productId = await here.product(20);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => hold(request([productId]), at % 2 === 0 ? here : there)),
    );
    expect(answers.filter((answer) => answer?.outcome === 'held')).toHaveLength(20);
    expect(await here.counters(productId)).toEqual({ onHand: 20, held: 20, available: 0 });
  });

  it('is held for any order of lines without a deadlock', async () => {
    const products = [await here.product(500), await here.product(500), await here.product(500)];
    const [deadlocksBefore] = await here.rows<{ deadlocks: string }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    const answers = await Promise.all(
      [...permutations(products), ...permutations(products), ...permutations(products)].map((order, at) =>
        hold(request(order), at % 2 === 0 ? here : there),
      ),
    );
    expect(new Set(answers.map((answer) => answer?.outcome))).toEqual(new Set(['held']));
    for (const productId of products) expect((await here.counters(productId)).held).toBe(18);
    expect(
      await here.rows('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()'),
    ).toEqual([deadlocksBefore]);
  });

  it('is given to many at once as if they had come one after the other, whether there is plenty of it or not', async () => {
    const stock = fc.array(fc.nat(12), { minLength: 3, maxLength: 3 });
    const wish = fc.record({
      owner: fc.nat(9),
      quantities: fc
        .array(fc.nat(3), { minLength: 3, maxLength: 3 })
        .filter((counts) => counts.some(Boolean)),
    });
    const wishes = fc.array(wish, { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(stock, wishes, async (onHand, wanted) => {
        const ofOne = async (): Promise<{ products: string[]; requests: HoldRequest[] }> => {
          const products = await Promise.all(onHand.map((count) => here.product(count)));
          const owners = Array.from({ length: 10 }, () => randomUUID());
          const requests = wanted.map(({ owner, quantities }): HoldRequest => ({
            ...request([], 0, owners[owner]),
            lines: products.flatMap((productId, at) =>
              quantities[at] ? [{ productId, quantity: quantities[at] }] : [],
            ),
          }));
          return { products, requests };
        };
        const [together, apart] = [await ofOne(), await ofOne()];
        const answers = await here.stock.hold(together.requests);
        const one: HoldAnswer[] = [];
        for (const each of apart.requests) one.push(...(await there.stock.hold([each])));
        const named = new Set(['name', 'until']);
        const said = (answer: HoldAnswer, products: string[]) =>
          JSON.parse(
            JSON.stringify(answer, (key, value: unknown) =>
              key === 'productId' ? products.indexOf(String(value)) : named.has(key) ? undefined : value,
            ),
          ) as unknown;
        expect(answers.map((answer) => said(answer, together.products))).toEqual(
          one.map((answer) => said(answer, apart.products)),
        );
        const left = (products: string[]) => here.rows(countersOf, [products]);
        expect(await left(together.products)).toEqual(await left(apart.products));
      }),
      { numRuns: 25 },
    );
  });

  it('is held once for an owner, however often and wherever it is asked', async () => {
    const productId = await here.product(10);
    const wish = request([productId], 3);
    const answers = await Promise.all([hold(wish), hold(wish, there), hold(wish), hold(wish, there)]);
    expect(answers.map((answer) => answer?.outcome).sort()).toEqual([
      'asked-before',
      'asked-before',
      'asked-before',
      'held',
    ]);
    expect((await here.counters(productId)).held).toBe(3);
    expect(await here.stock.holdAgain([wish])).toMatchObject([{ outcome: 'held', until: wish.until }]);
    expect((await here.counters(productId)).held).toBe(3);
  });

  it('that becomes plentiful while its row is waited for is held at once', async () => {
    const productId = await here.product(2);
    const answers = await withClient(database.ownerUrl, async (counting) => {
      await counting.query('BEGIN');
      await counting.query('UPDATE catalog.stock SET on_hand = 20 WHERE product_id = $1', [productId]);
      const asked = here.stock.hold([request([productId], 5), request([productId], 2)]);
      await eventually(async () => {
        const waiting = await here.rows(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        expect(waiting).toHaveLength(1);
      });
      await counting.query('COMMIT');
      return asked;
    });
    expect(answers).toMatchObject([{ outcome: 'held' }, { outcome: 'held' }]);
    expect(await here.counters(productId)).toEqual({ onHand: 20, held: 7, available: 13 });
  });

  it('that was held longer than agreed counts as free, although no job ran', async () => {
    const productId = await here.product(5);
    const early = request([productId], 5);
    await hold(early);
    expect(await hold(request([productId], 2))).toMatchObject({
      outcome: 'short',
      short: [{ available: 0 }],
    });
    clock.forwardMinutes(31);
    expect(await hold(request([productId], 2))).toMatchObject({ outcome: 'held' });
    expect(await here.counters(productId)).toEqual({ onHand: 5, held: 2, available: 3 });
    const again = { ...early, until: new Date(clock.now().getTime() + minuteMs) };
    expect(await there.stock.holdAgain([again])).toMatchObject([
      { outcome: 'short', short: [{ available: 3 }] },
    ]);
  });

  it('comes back by time when the job runs, and only then leaves the list of what is due', async () => {
    const productId = await here.product(4);
    await hold(request([productId], 4));
    clock.forwardMinutes(31);
    while (await here.stock.releaseExpired(10));
    expect(await here.counters(productId)).toEqual({ onHand: 4, held: 0, available: 4 });
    expect(await here.stock.releaseExpired(10)).toBe(false);
  });

  it('is used or given back once, and a hold that has expired is used while its stock is there', async () => {
    const productId = await here.product(10);
    const [sold, unwanted, late] = [
      request([productId], 2),
      request([productId], 3),
      request([productId], 4),
    ];
    await here.stock.hold([sold, unwanted, late]);
    for (const room of [here, there, here]) {
      await room.stock.use([sold.ownerId]);
      await room.stock.release([unwanted.ownerId]);
    }
    expect(await here.counters(productId)).toEqual({ onHand: 8, held: 4, available: 4 });
    clock.forwardMinutes(31);
    await here.stock.releaseExpired(10);
    await here.stock.use([late.ownerId]);
    expect(await here.counters(productId)).toEqual({ onHand: 4, held: 0, available: 4 });
    await expect(here.stock.use([unwanted.ownerId])).rejects.toMatchObject({ code: 'catalog.hold-lost' });
  });

  it('is corrected with a reason, and never below what is held', async () => {
    const productId = await here.product(10);
    await hold(request([productId], 6));
    await expect(here.adjust(productId, -5)).rejects.toMatchObject({
      code: 'catalog.stock-too-low',
      details: { available: 4 },
    });
    await here.adjust(productId, -4);
    expect(await here.counters(productId)).toEqual({ onHand: 6, held: 6, available: 0 });
    const movements = await here.rows(
      'SELECT delta, cause, reason FROM catalog.stock_movements WHERE product_id = $1 ORDER BY id',
      [productId],
    );
    expect(movements).toEqual([
      { delta: 10, cause: 'adjustment', reason: 'Counted' },
      { delta: -4, cause: 'adjustment', reason: 'Counted' },
    ]);
  });

  it('tells when the last one is held and when there is one again, and is silent in between', async () => {
    const productId = await here.product(3);
    const wishes = [request([productId], 1), request([productId], 2)];
    for (const wish of wishes) await hold(wish);
    await here.stock.release(wishes.map(({ ownerId }) => ownerId));
    const told = await here.rows<{ available: number }>(
      `SELECT (envelope #>> '{data,available}')::integer AS available FROM messaging.outbox
       WHERE key = $1 AND envelope ->> 'type' = 'stock-changed' ORDER BY position`,
      [productId],
    );
    expect(told.map(({ available }) => available)).toEqual([3, 0, 3]);
  });

  it('keeps its movements as they were written', async () => {
    await expect(here.rows('UPDATE catalog.stock_movements SET delta = 1')).rejects.toThrow(
      'permission denied',
    );
    await expect(here.rows('DELETE FROM catalog.stock_movements')).rejects.toThrow('permission denied');
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}
