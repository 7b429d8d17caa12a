/** What setting stock aside costs in statements, however little is left. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, StockService } from '@plaza/catalog';
import { World } from '#test/world';
import { customer, product, statementsOf, type Person } from './shop';

const statementsMax = 8;
/** The loop that learns who was signed out and the signal after the commit keep no request waiting. */
const ofRequests = /^(?!.*(identity\.|pg_notify))/s;

describe('Stock, counted in statements,', () => {
  let world: World;
  let shopper: Person;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    shopper = await customer(world);
  });

  afterAll(async () => {
    await world.end();
  });

  it.each([
    ['leaves some', 2],
    ['takes the last one', 1],
  ])('costs an order that %s eight at the most, from the request to the answer', async (_name, onHand) => {
    const items = [{ productId: await product(world, { onHand }), quantity: 1 }];
    const statements = await statementsOf(world, ofRequests, async () => {
      expect((await shopper.client.post('/v1/orders', { items })).status).toBe(201);
    });
    expect(statements.length).toBeLessThanOrEqual(statementsMax);
    expect(statements.some((statement) => statement.includes('catalog.stock'))).toBe(true);
  });

  it('costs a cart that takes the last one four, and its order three to take that over', async () => {
    const stock = world.app.get(StockService);
    const [cart, productId] = [randomUUID(), await product(world, { onHand: 1 })];
    const until = new Date(world.clock.now().getTime() + 60_000);
    const change = { ownerId: cart, branchId: ONLINE_BRANCH_ID, productId, quantity: 1, until };
    const held = await statementsOf(world, ofRequests, () => stock.setHolds([change]));
    const taken = await statementsOf(world, ofRequests, () =>
      stock.takeOver([{ from: cart, to: randomUUID(), until }]),
    );
    expect([held.length, taken.length]).toEqual([4, 3]);
  });
});
