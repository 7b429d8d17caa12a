/** What the hot requests cost the database, counted where statements leave the process: on its connections. */
import { randomUUID } from 'node:crypto';
import { Client as Connection } from 'pg';
import { category, customer, product, type Person } from '../catalog/shop';
import type { Answer } from '#test/client';
import { World } from '#test/world';

/** From the request to its answer, with what begins and ends transactions. */
const statementsOfAnOrderMax = 8;
const statementsOfAListMax = 2;

interface Sender {
  query: (...parameters: unknown[]) => unknown;
}

interface Counted {
  answer: Answer;
  statements: string[];
}

/**
 * Left out is what no request waits for: signals, which are sent after the commit; the numbers for the next orders; the audit log of
 * what was read; the process's own session; and the look for sessions that have ended, which goes on all the time.
 */
async function counted(request: () => Promise<Answer>): Promise<Counted> {
  const statements: string[] = [];
  const prototype = Connection.prototype as unknown as Sender;
  const { query } = prototype;
  prototype.query = function (this: unknown, ...parameters: unknown[]) {
    statements.push(textOf(parameters[0]));
    return query.apply(this, parameters);
  };
  try {
    const answer = await request();
    return {
      answer,
      statements: statements.filter(
        (sql) => !/pg_notify|record_reads|^SELECT nextval|FROM identity\.|^SELECT 1$/.test(sql),
      ),
    };
  } finally {
    prototype.query = query;
  }
}

function textOf(statement: unknown): string {
  if (typeof statement === 'object' && statement !== null && 'text' in statement)
    return String(statement.text);
  return String(statement);
}

describe('From the request to its answer', () => {
  let world: World;
  let shopper: Person;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    shopper = await customer(world);
    // Whatever is done once per process has been done.
    await world.anyone.get('/v1/catalog/products');
    await order(await product(world));
  });

  afterAll(async () => {
    await world.end();
  });

  const order = (...productIds: string[]) =>
    shopper.client.post('/v1/orders', { items: productIds.map((productId) => ({ productId, quantity: 1 })) });

  function expectAtMost(most: number, { statements }: Counted): void {
    if (statements.length > most)
      throw new Error(`${statements.length} statements:\n${statements.join('\n')}`);
    expect(statements.length).toBeGreaterThan(0);
  }

  it('an order costs eight statements at the most, its transactions included', async () => {
    const products = [await product(world), await product(world)];
    const placed = await counted(() => order(...products));
    expect(placed.answer.status).toBe(201);
    expectAtMost(statementsOfAnOrderMax, placed);
    expect(placed.statements.join()).toContain('INSERT INTO orders.orders');
  });

  it('an order that takes the last unit costs no more', async () => {
    const products = [await product(world, { onHand: 1 }), await product(world, { onHand: 1 })];
    const placed = await counted(() => order(...products));
    expect(placed.answer.status).toBe(201);
    expectAtMost(statementsOfAnOrderMax, placed);
  });

  it('neither does the order of a cart', async () => {
    const { body: cart } = await shopper.client.post<{ id: string }>('/v1/orders/carts', {});
    for (const productId of [await product(world), await product(world)]) {
      await shopper.client.put(`/v1/orders/carts/${cart.id}/items/${productId}`, { quantity: 1 });
    }
    const placed = await counted(() =>
      shopper.client.post('/v1/orders', { id: randomUUID(), cartId: cart.id }),
    );
    expect(placed.answer).toMatchObject({ status: 201, body: { items: [{ quantity: 1 }, { quantity: 1 }] } });
    expectAtMost(statementsOfAnOrderMax, placed);
  });

  it('neither does an order that is refused for want of stock, nor one that is sent again', async () => {
    const productId = await product(world, { onHand: 1 });
    const wish = { id: randomUUID(), items: [{ productId, quantity: 1 }] };
    const place = (id: string) => shopper.client.post('/v1/orders', { ...wish, id });
    expect((await place(wish.id)).status).toBe(201);
    const again = await counted(() => place(wish.id));
    expect(again.answer.status).toBe(200);
    expectAtMost(statementsOfAnOrderMax, again);
    const refused = await counted(() => place(randomUUID()));
    expect(refused.answer.status).toBe(409);
    expectAtMost(statementsOfAnOrderMax, refused);
  });

  it('orders that come together cost less than half of what they cost alone', async () => {
    const products = [await product(world), await product(world)];
    const orders = 12;
    const answers: Answer[] = [];
    const all = await counted(async () => {
      answers.push(
        ...(await Promise.all(Array.from({ length: orders }, () => order(...products.slice(0, 1))))),
      );
      return order(...products);
    });
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    // How many batches they make depends on how fast they come; on an idle machine there are three of these thirteen.
    expectAtMost(((orders + 1) * statementsOfAnOrderMax) / 2, all);
  });

  it('a product list that is not prepared costs two statements at the most, whatever it is asked for', async () => {
    const food = await category(world, 'Food');
    const queries = [
      {},
      { sort: 'newest', limit: 5 },
      { category: food, branch: 'online', q: 'bread', inStock: true, total: true },
      { minPrice: 1, maxPrice: 1_000, sort: '-price', q: 'zzz' },
    ];
    for (const [at, query] of queries.entries()) {
      const path = `/v1/catalog/products?limit=${50 + at}`;
      const missed = await counted(() => world.anyone.get(path, { query }));
      expect(missed.answer.status).toBe(200);
      expectAtMost(statementsOfAListMax, missed);
      const prepared = await counted(() => world.anyone.get(path, { query }));
      expect(prepared.statements).toEqual([]);
    }
  });
});
