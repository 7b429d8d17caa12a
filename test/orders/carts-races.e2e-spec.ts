/** Whatever many do to carts at once, in two processes: lines and totals are right, and no more is held than there is. */
import { ONLINE_BRANCH_ID, StockService } from '@plaza/catalog';
import * as fc from 'fast-check';
import { product } from '../catalog/shop';
import { World } from '#test/world';
import { CartShopper } from './carts-shopper';

type Step =
  | { does: 'put'; cart: number; product: number; quantity: number }
  | { does: 'remove'; cart: number; product: number }
  | { does: 'extend'; cart: number }
  | { does: 'sweep' };

const cartsMax = 3;
const productsMax = 2;
const onHand = 6;
const cartNumber = fc.nat(cartsMax - 1);
const productNumber = fc.nat(productsMax - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('put'),
      cart: cartNumber,
      product: productNumber,
      quantity: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('remove'), cart: cartNumber, product: productNumber }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('extend'), cart: cartNumber }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sweep') }) },
);
/** Steps of a round are done at once; between rounds time goes on, but less than tokens live. */
const rounds = fc.array(
  fc.record({ steps: fc.array(step, { minLength: 2, maxLength: 8 }), seconds: fc.nat(90) }),
  { minLength: 2, maxLength: 5 },
);

describe('Carts in two processes', () => {
  let worlds: [World, World];

  beforeAll(async () => {
    const variables = { CART_HOLD_MINUTES: '1' };
    const first = await World.start({ processes: ['api'], variables });
    const { database, clock } = first;
    worlds = [first, await World.start({ database, clock, processes: ['api'], variables })];
  });

  afterAll(async () => {
    await worlds[1].stop();
    await worlds[0].end();
  });

  const counters = async (productId: string) =>
    (await worlds[0].anyone.get(`/v1/catalog/products/${productId}/stock`)).body.items[0];
  /** The same customer, by way of the other process. */
  const elsewhere = ({ person, path }: CartShopper, productId: string, quantity: number) =>
    worlds[1].anyone.withToken(person.token).put(`${path}/items/${productId}`, { quantity });
  const putBy = (shopper: CartShopper, at: number, productId: string, quantity: number) =>
    at % 2 === 0 ? shopper.put(productId, quantity) : elsewhere(shopper, productId, quantity);

  it('five different products put in at once leave five lines and the right total', async () => {
    const prices = [100, 250, 399, 1_000, 7];
    const products = await Promise.all(prices.map((price) => product(worlds[0], { price })));
    const shopper = await CartShopper.withCart(worlds[0]);
    const answers = await Promise.all(products.map((id, at) => putBy(shopper, at, id, at + 1)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { items, total } = await shopper.look();
    expect(items).toHaveLength(5);
    const expected = prices.reduce((sum, price, at) => sum + price * (at + 1), 0);
    expect(total).toBe(expected);
    expect(items.reduce((sum, { lineTotal }) => sum + lineTotal, 0)).toBe(expected);
  });

  it('one product put in five times at once is there once, with a quantity that was asked for, and so many are held', async () => {
    const productId = await product(worlds[0], { price: 100 });
    const shopper = await CartShopper.withCart(worlds[0]);
    await Promise.all([1, 2, 3, 4, 5].map((quantity) => putBy(shopper, quantity, productId, quantity)));
    const { items, total } = await shopper.look();
    expect(items).toHaveLength(1);
    const quantity = items[0]?.quantity ?? 0;
    expect([1, 2, 3, 4, 5]).toContain(quantity);
    expect(total).toBe(100 * quantity);
    expect(await counters(productId)).toMatchObject({ held: quantity, available: 10 - quantity });
  });

  it('twenty customers after five units get five, and everybody else hears at once that there is none', async () => {
    const productId = await product(worlds[0], { onHand: 5 });
    const shoppers: CartShopper[] = [];
    while (shoppers.length < 20) shoppers.push(await CartShopper.withCart(worlds[0]));
    const answers = await Promise.all(shoppers.map((shopper, at) => putBy(shopper, at, productId, 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => [body.code, body.available])).toEqual(
      Array.from({ length: 15 }, () => ['orders.out-of-stock', 0]),
    );
    expect(await counters(productId)).toMatchObject({ onHand: 5, held: 5, available: 0 });
  });

  it('extended twice at once, a cart is extended once', async () => {
    const shopper = await CartShopper.withCart(worlds[0]);
    const answers = await Promise.all([shopper.extend(), shopper.extend(), shopper.extend()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('what is put in while the cart is extended is held as long as the rest', async () => {
    for (let time = 0; time < 5; time += 1) {
      const [one, two] = [await product(worlds[0]), await product(worlds[0])];
      const shopper = await CartShopper.withCart(worlds[0]);
      await shopper.put(one, 1);
      worlds[0].clock.forwardSeconds(40);
      await Promise.all([shopper.extend(), elsewhere(shopper, two, 1)]);
      worlds[0].clock.forwardSeconds(30);
      expect(await shopper.held()).toEqual({ [one]: 1, [two]: 1 });
      await shopper.person.signIn();
    }
  });

  it('hold what they show, and never more than there is, after any interleaving', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (planned) => {
        const productIds: string[] = [];
        while (productIds.length < productsMax) productIds.push(await product(worlds[0], { onHand }));
        const shoppers: CartShopper[] = [];
        while (shoppers.length < cartsMax) shoppers.push(await CartShopper.withCart(worlds[0]));
        for (const { steps, seconds } of planned) {
          await Promise.all(steps.map((each, at) => perform(each, at, shoppers, productIds)));
          await expectBalance(shoppers, productIds);
          worlds[0].clock.forwardSeconds(seconds);
          await expectBalance(shoppers, productIds);
        }
      }),
      { numRuns: 12, plugins: [fc.interruptAfterTimeLimit(20_000)] },
    );
  });

  async function perform(planned: Step, at: number, shoppers: CartShopper[], productIds: string[]) {
    if (planned.does === 'sweep') {
      await worlds[0].app.get(StockService).releaseExpired(10);
      return;
    }
    const shopper = shoppers[planned.cart];
    if (!shopper) throw new Error('There is no such cart');
    const answer =
      planned.does === 'extend'
        ? await shopper.extend()
        : planned.does === 'remove'
          ? await shopper.remove(productIds[planned.product] ?? '')
          : await putBy(shopper, at, productIds[planned.product] ?? '', planned.quantity);
    expect([200, 409]).toContain(answer.status);
  }

  async function expectBalance(shoppers: CartShopper[], productIds: string[]): Promise<void> {
    const shown = await Promise.all(shoppers.map((shopper) => shopper.held()));
    const now = worlds[0].clock.now();
    for (const productId of productIds) {
      const [row] = await worlds[0].rows<{
        counted: number;
        live: number;
        standing: number;
        available: number;
      }>(
        `SELECT stock.held AS counted, stock.available,
                (SELECT coalesce(sum(quantity), 0)::integer FROM catalog.holds
                 WHERE (branch_id, product_id) = ($2, $1) AND status = 'live') AS live,
                (SELECT coalesce(sum(quantity), 0)::integer FROM catalog.holds
                 WHERE (branch_id, product_id) = ($2, $1) AND status = 'live' AND expires_at > $3) AS standing
         FROM catalog.stock WHERE (branch_id, product_id) = ($2, $1)`,
        [productId, ONLINE_BRANCH_ID, now],
      );
      expect(row?.counted).toBe(row?.live);
      expect(row?.available).toBeGreaterThanOrEqual(0);
      expect(shown.reduce((sum, held) => sum + (held[productId] ?? 0), 0)).toBe(row?.standing);
    }
  }
});
