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
  | { does: 'setHolds'; changes: { owner: number; product: number; quantity: number }[] }
  | { does: 'takeOver'; pairs: { from: number; to: number }[] }
  | { does: 'use' | 'release'; owners: number[] }
  | { does: 'extend'; owner: number }
  | { does: 'expire'; limit: number }
  | { does: 'adjust'; product: number; delta: number }
  | { does: 'transfer'; product: number; quantity: number; back: boolean };

const products = 3;
const ownersMax = 12;
const owner = fc.nat(ownersMax - 1);
const productAt = fc.nat(products - 1);
const quantity = fc.nat(4);
const few = <Value>(each: fc.Arbitrary<Value>) => fc.array(each, { minLength: 1, maxLength: 4 });
const wish = fc.record({
  owner,
  quantities: fc.array(quantity, { minLength: products, maxLength: products }),
});

/** Any owner may do what a cart does and what an order does. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('hold'), wishes: few(wish) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('setHolds'),
      changes: few(fc.record({ owner, product: productAt, quantity })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('takeOver'),
      pairs: few(fc.record({ from: owner, to: owner })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('use'), owners: few(owner) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('release'), owners: few(owner) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('extend'), owner }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('expire'), limit: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('adjust'),
      product: productAt,
      delta: fc.integer({ min: -6, max: 6 }).filter((delta) => delta !== 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('transfer'),
      product: productAt,
      quantity: fc.integer({ min: 1, max: 4 }),
      back: fc.boolean(),
    }),
  },
);
/** Steps of a round are done at once; between rounds time goes on. */
const rounds = fc.array(
  fc.record({ steps: fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), minutes: fc.nat(20) }),
  { minLength: 4, maxLength: 10, size: 'max' },
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

  it('balance after any interleaving of whatever is done to stock, by many clients of two processes', async () => {
    const deadlocks = () =>
      roomFor(0).rows('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
    const deadlocksBefore = await deadlocks();
    let done = 0;
    await fc.assert(
      fc.asyncProperty(rounds, async (planned) => {
        const things = await newThings(rooms);
        for (const { steps, minutes } of planned) {
          await Promise.all(steps.map((each, at) => perform(each, roomFor(at), things)));
          await expectBalance(things);
          done += steps.length;
          clock.forwardMinutes(minutes);
        }
      }),
      { numRuns: 8, plugins: [fc.interruptAfterTimeLimit(15_000)], endOnFailure: true },
    );
    expect(done).toBeGreaterThan(300);
    expect(await deadlocks()).toEqual(deadlocksBefore);
  });

  interface Things {
    productIds: string[];
    owners: string[];
    /** Where stock is transferred to and from. */
    market: string;
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
    const owners = Array.from({ length: ownersMax }, () => randomUUID());
    return { productIds, owners, market: await room.branch() };
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
    { productIds, owners, market }: Things,
  ): Promise<unknown> {
    const until = new Date(clock.now().getTime() + 30 * 60_000);
    const productId = 'product' in planned ? (productIds[planned.product] ?? '') : '';
    const ownerOf = (number: number) => owners[number] ?? '';
    const named = (numbers: number[]) => numbers.map(ownerOf);
    switch (planned.does) {
      case 'hold':
        return stock.hold(
          planned.wishes.flatMap((each) => requestOf(each.quantities, ownerOf(each.owner), productIds)),
        );
      case 'setHolds':
        return stock.setHolds(
          planned.changes.map((change) => ({
            ownerId: ownerOf(change.owner),
            branchId: ONLINE_BRANCH_ID,
            productId: productIds[change.product] ?? '',
            quantity: change.quantity,
            until,
          })),
        );
      case 'takeOver':
        return stock.takeOver(
          planned.pairs.map(({ from, to }) => ({ from: ownerOf(from), to: ownerOf(to), until })),
        );
      case 'extend':
        return stock.extendHolds(ownerOf(planned.owner), until);
      case 'transfer':
        return stock.transfer({
          ...{ productId, quantity: planned.quantity, reason: 'Moved' },
          fromBranchId: planned.back ? market : ONLINE_BRANCH_ID,
          toBranchId: planned.back ? ONLINE_BRANCH_ID : market,
        });
      case 'use':
        return stock.use(named(planned.owners));
      case 'release':
        return stock.release(named(planned.owners));
      case 'expire':
        return stock.releaseExpired(planned.limit);
      case 'adjust':
        return stock.adjust({
          productId,
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

  async function expectBalance({ productIds }: Things): Promise<void> {
    const rows = await roomFor(0).rows<Record<string, number>>(
      `SELECT on_hand AS "onHand", held, available,
              (SELECT coalesce(sum(delta), 0)::integer FROM catalog.stock_movements moved
               WHERE (moved.product_id, moved.branch_id) = (stock.product_id, stock.branch_id)) AS moved,
              (SELECT coalesce(sum(quantity), 0)::integer FROM catalog.holds
               WHERE (holds.product_id, holds.branch_id) = (stock.product_id, stock.branch_id)
                 AND holds.status = 'live') AS "liveHolds"
       FROM catalog.stock WHERE product_id = ANY ($1::uuid[])`,
      [productIds],
    );
    expect(rows.length).toBeGreaterThanOrEqual(productIds.length);
    for (const { onHand, held, available, moved, liveHolds } of rows) {
      expect({ onHand, held }).toEqual({ onHand: moved, held: liveHolds });
      expect(available).toBeGreaterThanOrEqual(0);
    }
  }
});
