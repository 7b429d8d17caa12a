/**
 * A thousand people after a hundred pieces of one product, at two doors. Half of them lose their connection on the way; some of
 * these ask again, and some of the others ask twice, as phones do.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { crowd, type Member } from '../scale/crowd';
import { TwoShops } from '../scale/two-shops';
import type { Client } from '#test/client';
import { eventually } from '#test/eventually';

const people = 1_000;
const pieces = 100;
/** Open connections to each door; whoever comes when all are taken waits for one. */
const connectionsMax = 250;
const patienceMsMax = 30_000;

/** What somebody wants, under one id however often they ask. */
interface Wish {
  id: string;
  at: number;
  member: Member;
  /** Connection cut after so many milliseconds. */
  cutAfterMs: number | null;
  asksAgain: boolean;
}

type Outcome = 'placed' | 'refused' | 'cut' | 'busy';

describe('A flash sale', () => {
  let shops: TwoShops;
  let wishes: Wish[];
  let productId: string;
  const agents = [0, 1].map(() => new Agent({ keepAlive: false, maxSockets: connectionsMax }));

  beforeAll(async () => {
    shops = await TwoShops.open();
    productId = await shops.product(pieces);
    const members = await crowd(shops.database, people);
    wishes = members.map((member, at) => ({
      id: randomUUID(),
      at,
      member,
      // From before the request has been read until after it has been answered.
      cutAfterMs: Math.floor(at / 2) % 2 === 0 ? (at * 7) % 60 : null,
      asksAgain: at % 3 === 0,
    }));
  }, 120_000);

  afterAll(async () => {
    for (const agent of agents) agent.destroy();
    await shops.close();
  }, 60_000);

  /** One request on a connection of its own. */
  function ask({ id, at, member }: Wish, cutAfterMs: number | null = null): Promise<Outcome> {
    const body = JSON.stringify({ id, items: [{ productId, quantity: 1 }] });
    return new Promise((resolve, reject) => {
      const sending = request(
        new URL('/v1/orders', shops.url(at)),
        {
          method: 'POST',
          agent: agents[at % 2],
          timeout: patienceMsMax,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            authorization: `Bearer ${member.token}`,
          },
        },
        (answer) => {
          answer.resume();
          answer.once('error', () => resolve('cut'));
          answer.once('end', () => resolve(outcomeOf(answer.statusCode)));
        },
      );
      sending.once('error', (error) =>
        sending.destroyed && cutAfterMs !== null ? resolve('cut') : reject(error),
      );
      sending.once('timeout', () => sending.destroy(new Error('There was no answer')));
      if (cutAfterMs !== null) {
        sending.once('socket', () => setTimeout(() => sending.destroy(new Error('Cut')), cutAfterMs));
      }
      sending.end(body);
    });
  }

  function outcomeOf(status: number | undefined): Outcome {
    if (status === 201 || status === 200) return 'placed';
    if (status === 409) return 'refused';
    if (status === 503) return 'busy';
    throw new Error(`An answer nobody expected: ${String(status)}`);
  }

  /** Until there is an answer that says something. */
  function insist(wish: Wish): Promise<Outcome> {
    return eventually(async () => {
      const outcome = await ask(wish);
      expect(outcome).not.toBe('busy');
      return outcome;
    });
  }

  /** What one of the crowd does, and what they know in the end. */
  async function shop(wish: Wish): Promise<Outcome> {
    const { cutAfterMs, asksAgain } = wish;
    const [first] = await Promise.all([ask(wish, cutAfterMs), ...(asksAgain ? [insist(wish)] : [])]);
    if (cutAfterMs !== null && first === 'cut') return asksAgain ? insist(wish) : 'cut';
    return first === 'busy' ? insist(wish) : first;
  }

  const rows = <Row>(sql: string) => shops.rows<Row>(sql, [productId]);

  it('sells exactly what there is, once to each, and everybody is told the truth', async () => {
    const known = new Map<string, Outcome>();
    await Promise.all(wishes.map(async (wish) => known.set(wish.id, await shop(wish))));
    const outcomes = [...known.values()];
    expect(outcomes.filter((outcome) => outcome === 'cut').length).toBeGreaterThan(50);

    await shops.rest();
    const orders = await rows<{ id: string; customerId: string; units: number }>(
      `SELECT orders.id, customer_id AS "customerId", sum(quantity)::integer AS units
       FROM orders.orders JOIN orders.order_lines line ON line.order_id = orders.id
       WHERE product_id = $1 GROUP BY orders.id`,
    );
    expect(orders).toHaveLength(pieces);
    expect(new Set(orders.map(({ customerId }) => customerId)).size).toBe(pieces);
    expect(orders.every(({ units }) => units === 1)).toBe(true);
    expect(
      await rows(
        `SELECT on_hand AS "onHand", held, available,
                (SELECT count(*)::integer FROM catalog.holds WHERE product_id = $1) AS holds
         FROM catalog.stock WHERE product_id = $1`,
      ),
    ).toEqual([{ onHand: pieces, held: pieces, available: 0, holds: pieces }]);

    const placed = new Set(orders.map(({ id }) => id));
    for (const [id, outcome] of known)
      if (outcome !== 'cut') expect(placed.has(id)).toBe(outcome === 'placed');
    // Whoever never heard may have an order; nobody else can have got it.
    const owners = new Map(wishes.map(({ id, member }) => [id, member.id]));
    for (const { id, customerId } of orders) expect(owners.get(id)).toBe(customerId);
  }, 120_000);

  it('charges every buyer once, however often they pay', async () => {
    const bought = await rows<{ id: string }>(
      'SELECT order_id AS id FROM orders.order_lines WHERE product_id = $1',
    );
    const buyers = wishes.filter(({ id }) => bought.some((order) => order.id === id));
    const pay = (client: Client, orderId: string) =>
      client.post('/v1/payments', { orderId, creditCard: '4980276372331233' });
    for (let from = 0; from < buyers.length; from += 20) {
      await Promise.all(
        buyers.slice(from, from + 20).flatMap(({ id, at, member }) =>
          [0, 1, 1].map(async (door) => {
            expect((await pay(shops.client(member, at + door), id)).status).toBe(202);
          }),
        ),
      );
    }
    await eventually(async () => {
      const [paid] = await rows<{ paid: number }>(
        `SELECT count(*)::integer AS paid FROM orders.orders JOIN orders.order_lines ON order_id = id
         WHERE product_id = $1 AND status = 'paid'`,
      );
      expect(paid).toEqual({ paid: pieces });
    }, patienceMsMax);
    await shops.rest();
    expect((await shops.sent()).gateway.payments.approved).toBe(pieces);
    const [charged] = await shops.rows(
      `SELECT count(*)::integer AS payments, count(DISTINCT requests.order_id)::integer AS orders
       FROM payments.payments JOIN payments.requests USING (payment_id) WHERE payments.status = 'stored'`,
    );
    expect(charged).toEqual({ payments: pieces, orders: pieces });
    expect(await rows('SELECT on_hand AS "onHand", held FROM catalog.stock WHERE product_id = $1')).toEqual([
      { onHand: 0, held: 0 },
    ]);
    await shops.expectCountersToAgree();
  }, 120_000);
});
