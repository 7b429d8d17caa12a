/** Whatever many clients do to stock at once, its books balance: on hand is what was moved, held is what holds say. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, type HoldRequest } from '@plaza/catalog';
import { PlazaError } from '@plaza/platform';
import * as fc from 'fast-check';
import { MovableClock } from '#test/clock';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { Stockroom } from './stockroom';

type Step =
  | { does: 'hold'; wishes: { owner: number; quantities: number[] }[] }
  | { does: 'use' | 'release'; owners: number[] }
  | { does: 'expire'; limit: number }
  | { does: 'adjust'; product: number; delta: number };

const products = 3;
const owner = fc.nat(11);
const wish = fc.record({
  owner,
  quantities: fc.array(fc.nat(4), { minLength: products, maxLength: products }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('hold'),
      wishes: fc.array(wish, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('use', 'release'),
      owners: fc.array(owner, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('expire'), limit: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('adjust'),
      product: fc.nat(products - 1),
      delta: fc.integer({ min: -6, max: 6 }).filter((delta) => delta !== 0),
    }),
  },
);
/** Steps of a round are done at once; between rounds time goes on. */
const rounds = fc.array(
  fc.record({ steps: fc.array(step, { minLength: 2, maxLength: 8 }), minutes: fc.nat(20) }),
  { minLength: 2, maxLength: 6 },
);

describe('The books of stock', () => {
  let database: FreshDatabase;
  let clock: MovableClock;
  let rooms: Stockroom[];

  beforeAll(async () => {
    database = await freshDatabase();
    clock = new MovableClock();
    rooms = [await Stockroom.open(database, clock), await Stockroom.open(database, clock)];
  });

  afterAll(async () => {
    for (const room of rooms) await room.close();
    await database.drop();
  });

  it('balance after any interleaving of hold, use, release, expire and adjust in two processes', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (planned) => {
        const things = await newThings(rooms);
        for (const { steps, minutes } of planned) {
          await Promise.all(steps.map((each, at) => perform(each, roomFor(at), things)));
          await expectBalance(things.productIds);
          clock.forwardMinutes(minutes);
        }
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  });

  interface Things {
    productIds: string[];
    owners: string[];
  }

  function roomFor(at: number): Stockroom {
    const room = rooms[at % rooms.length];
    if (!room) throw new Error('No room is open');
    return room;
  }

  async function newThings([room]: Stockroom[]): Promise<Things> {
    if (!room) throw new Error('No room is open');
    const productIds: string[] = [];
    for (let at = 0; at < products; at += 1) productIds.push(await room.product(6));
    return { productIds, owners: Array.from({ length: 12 }, () => randomUUID()) };
  }

  /** Refusals by rule are part of the game; anything else is a fault. */
  async function perform(planned: Step, room: Stockroom, things: Things): Promise<void> {
    try {
      await start(planned, room, things);
    } catch (error) {
      if (!(error instanceof PlazaError && error.kind === 'conflict')) throw error;
    }
  }

  async function start(
    planned: Step,
    { stock }: Stockroom,
    { productIds, owners }: Things,
  ): Promise<unknown> {
    const named = (numbers: number[]) => numbers.map((number) => owners[number] ?? '');
    switch (planned.does) {
      case 'hold':
        return stock.hold(
          planned.wishes.flatMap((each) =>
            requestOf(each.quantities, named([each.owner])[0] ?? '', productIds),
          ),
        );
      case 'use':
        return stock.use(named(planned.owners));
      case 'release':
        return stock.release(named(planned.owners));
      case 'expire':
        return stock.releaseExpired(planned.limit);
      case 'adjust':
        return stock.adjust({
          productId: productIds[planned.product] ?? '',
          branchId: ONLINE_BRANCH_ID,
          delta: planned.delta,
          reason: 'Counted',
        });
    }
  }

  function requestOf(quantities: number[], ownerId: string, productIds: string[]): HoldRequest[] {
    const lines = quantities.flatMap((quantity, at) =>
      quantity > 0 ? [{ productId: productIds[at] ?? '', quantity }] : [],
    );
    const until = new Date(clock.now().getTime() + 30 * 60_000);
    return lines.length > 0 ? [{ ownerId, branchId: ONLINE_BRANCH_ID, lines, until }] : [];
  }

  async function expectBalance(productIds: string[]): Promise<void> {
    const rows = await roomFor(0).rows<Record<string, number>>(
      `SELECT on_hand AS "onHand", held, available,
              (SELECT sum(delta)::integer FROM catalog.stock_movements moved
               WHERE (moved.product_id, moved.branch_id) = (stock.product_id, stock.branch_id)) AS moved,
              (SELECT coalesce(sum(quantity), 0)::integer FROM catalog.holds
               WHERE (holds.product_id, holds.branch_id) = (stock.product_id, stock.branch_id)
                 AND holds.status = 'live') AS "liveHolds"
       FROM catalog.stock WHERE product_id = ANY ($1::uuid[])`,
      [productIds],
    );
    expect(rows).toHaveLength(productIds.length);
    for (const { onHand, held, available, moved, liveHolds } of rows) {
      expect({ onHand, held }).toEqual({ onHand: moved, held: liveHolds });
      expect(available).toBeGreaterThanOrEqual(0);
    }
  }
});
