/** What the in-stock list is read from is always what stock and products together say, whoever changes either at the same moment. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, ProductsService, StockService } from '@plaza/catalog';
import { withClient } from '@plaza/engines';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { category, product } from './shop';

const differenceSql = `
  WITH told AS (
    SELECT product_id, branch_id, category_id, plain, price, created_at FROM catalog.offers
  ), so AS (
    SELECT products.id, stock.branch_id, products.category_id, products.plain, products.price, products.created_at
    FROM catalog.stock JOIN catalog.products ON products.id = stock.product_id
    WHERE stock.available > 0 AND products.active AND products.deleted_at IS NULL
  )
  (TABLE told EXCEPT TABLE so) UNION ALL (TABLE so EXCEPT TABLE told)`;

describe('The offers', () => {
  let here: World;
  let there: World;

  beforeAll(async () => {
    here = await World.start();
    const { database, clock } = here;
    there = await World.start({ database, clock, processes: ['api'] });
  });

  afterAll(async () => {
    await there.stop();
    await here.end();
  });

  const differences = () => here.rows(differenceSql);

  it('are those that are in stock and sold, through every change of either', async () => {
    const products = here.app.get(ProductsService);
    const other = await category(here, 'Other');
    const id = await product(here, { onHand: 2, name: 'Two left' });
    const offered = async () =>
      here.rows('SELECT category_id, price FROM catalog.offers WHERE product_id = $1', [id]);
    expect(await offered()).toHaveLength(1);
    await products.change(id, { price: 7, categoryId: other, name: 'Changed' });
    expect(await offered()).toEqual([{ category_id: other, price: '7' }]);
    await products.change(id, { active: false });
    expect(await offered()).toEqual([]);
    await products.change(id, { active: true });
    expect(await offered()).toHaveLength(1);
    await products.withdraw(id);
    expect(await offered()).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  it('agree after two processes have taken, given back, renamed and withdrawn at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => product(here, { onHand: 1 })));
    const until = new Date(here.clock.now().getTime() + 60_000);
    const holdAndGiveBack = async (world: World, at: number) => {
      const stock = world.app.get(StockService);
      const ownerId = randomUUID();
      const lines = [ids[at % ids.length], ids[(at + 1) % ids.length]].map((productId) => {
        return { productId: productId ?? '', quantity: 1 };
      });
      await stock.hold([{ ownerId, branchId: ONLINE_BRANCH_ID, lines, until }]);
      if (at % 3 > 0) await stock.release([ownerId]);
    };
    const change = (world: World, at: number) =>
      world.app.get(ProductsService).change(ids[at % ids.length] ?? '', {
        price: at,
        name: `Thing ${at}`,
        active: at % 4 > 0,
      });
    await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const world = at % 2 > 0 ? here : there;
        return at % 5 < 3 ? holdAndGiveBack(world, at) : change(world, at);
      }),
    );
    expect(await differences()).toEqual([]);
  });

  it('know of a product that comes back into stock in the moment in which it is sold again', async () => {
    const id = await product(here, { onHand: 1 });
    const place = { productId: id, branchId: ONLINE_BRANCH_ID };
    await here.app.get(StockService).adjust({ ...place, delta: -1, reason: 'Broken' });
    await here.app.get(ProductsService).change(id, { active: false });
    await withClient(here.database.ownerUrl, (seller) =>
      withClient(here.database.ownerUrl, async (keeper) => {
        await seller.query('BEGIN');
        await seller.query('UPDATE catalog.products SET active = true WHERE id = $1', [id]);
        await keeper.query('BEGIN');
        const { rows } = await keeper.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        let stocked = false;
        const stocking = keeper
          .query('UPDATE catalog.stock SET on_hand = 1 WHERE product_id = $1', [id])
          .then(() => (stocked = true));
        await eventually(async () => {
          const [waiting] = await here.rows('SELECT FROM pg_locks WHERE pid = $1 AND NOT granted', [
            rows[0]?.pid,
          ]);
          expect(stocked || waiting !== undefined).toBe(true);
        });
        await seller.query('COMMIT');
        await stocking;
        await keeper.query('COMMIT');
      }),
    );
    expect(await differences()).toEqual([]);
    expect(await here.rows('SELECT FROM catalog.offers WHERE product_id = $1', [id])).toHaveLength(1);
  });
});
