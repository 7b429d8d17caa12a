/** Staff correct stock, take it from branch to branch, and see everything that moved. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, StockService, StructureService } from '@plaza/catalog';
import { withClient } from '@plaza/engines';
import { Database } from '@plaza/platform';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { customer, pointersOf, product, staff, type Person } from './shop';

interface Moved {
  id: string;
  productId: string;
  branchId: string;
  delta: number;
  cause: string;
  reference: string | null;
  reason: string | null;
  actor: { kind: string; id: string } | null;
  at: string;
}

describe('Stock of several branches', () => {
  let world: World;
  let clerk: Person;
  let market: string;

  beforeAll(async () => {
    world = await World.start({ processes: ['api', 'worker'] });
    clerk = await staff(world);
    market = (await world.app.get(StructureService).openBranch({ code: 'market', name: 'Market' })).id;
  });

  afterAll(async () => {
    await world.end();
  });

  function transfer(productId: string, change: Record<string, unknown> = {}, key?: string) {
    const body = {
      ...{ productId, fromBranchId: ONLINE_BRANCH_ID, toBranchId: market, quantity: 4, reason: 'Market day' },
      ...change,
    };
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return clerk.client.post('/v1/catalog/stock/transfers', body, { headers });
  }

  async function movements(query: string): Promise<{ items: Moved[]; next: string | null }> {
    const answer = await clerk.client.get(`/v1/catalog/stock/movements?${query}`);
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async function hold(productId: string, quantity: number): Promise<string> {
    const ownerId = randomUUID();
    const until = new Date(world.clock.now().getTime() + 60_000);
    const lines = [{ productId, quantity }];
    await world.app.get(StockService).hold([{ ownerId, branchId: ONLINE_BRANCH_ID, lines, until }]);
    return ownerId;
  }

  it('goes from one to another, with a movement on either side under one reference', async () => {
    const productId = await product(world, { onHand: 10 });
    const answer = await transfer(productId);
    expect(answer.status).toBe(201);
    const body: { id: string } = answer.body;
    expect(body).toMatchObject({
      from: { branch: { code: 'online' }, onHand: 6, held: 0, available: 6 },
      to: { branch: { id: market }, onHand: 4, held: 0, available: 4 },
    });
    const { items } = await movements(`productId=${productId}&cause=transfer`);
    const moved = { cause: 'transfer', reference: body.id, reason: 'Market day', productId };
    const by = { actor: { kind: 'staff', id: clerk.id } };
    expect(items).toHaveLength(2);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...moved, ...by, branchId: ONLINE_BRANCH_ID, delta: -4 }),
        expect.objectContaining({ ...moved, ...by, branchId: market, delta: 4 }),
      ]),
    );
  });

  it('has room in the books for a billion, and says so', async () => {
    const productId = await product(world, { onHand: 10 });
    await withClient(world.database.ownerUrl, (owner) =>
      owner.query('UPDATE catalog.stock SET on_hand = 999999999 WHERE product_id = $1', [productId]),
    );
    const adjust = (delta: number) =>
      clerk.client.post('/v1/catalog/stock/adjustments', {
        ...{ productId, branchId: ONLINE_BRANCH_ID, delta, reason: 'Counted' },
      });
    expect((await adjust(1)).status).toBe(201);
    expect(await adjust(1)).toMatchObject({
      status: 409,
      body: { code: 'catalog.stock-too-high', availableMax: 1_000_000_000 },
    });
  });

  it('stays where it is held, and counts as free once the hold is past its time', async () => {
    const productId = await product(world, { onHand: 10 });
    await hold(productId, 7);
    const refused = await transfer(productId);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'catalog.stock-too-low', available: 3 });
    world.clock.forwardMinutes(2);
    expect((await transfer(productId, { quantity: 10 })).status).toBe(201);
  });

  it('is not transferred to where it is, nor from or to where there is no branch, nor without a number', async () => {
    const productId = await product(world, { onHand: 10 });
    const same = await transfer(productId, { toBranchId: ONLINE_BRANCH_ID });
    expect(same.status).toBe(422);
    expect(same.body).toMatchObject({ code: 'catalog.same-branch' });
    for (const place of ['fromBranchId', 'toBranchId']) {
      const branchId = randomUUID();
      const nowhere = await transfer(productId, { [place]: branchId });
      expect(nowhere.status).toBe(422);
      expect(nowhere.body).toMatchObject({ code: 'catalog.branch-unknown', branchId });
    }
    expect((await transfer(randomUUID())).status).toBe(404);
    const faulty = await transfer(productId, { quantity: 0, reason: ' ' });
    expect(faulty.status).toBe(400);
    expect(pointersOf(faulty.body)).toEqual(['/quantity', '/reason']);
    expect((await movements(`productId=${productId}&cause=transfer`)).items).toEqual([]);
  });

  it('is transferred once under one Idempotency-Key, and corrected once', async () => {
    const productId = await product(world, { onHand: 10 });
    const key = randomUUID();
    const first = await transfer(productId, {}, key);
    const again = await transfer(productId, {}, key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const correction = { productId, branchId: market, delta: -1, reason: 'Broken' };
    const headers = { 'idempotency-key': randomUUID() };
    const adjust = () => clerk.client.post('/v1/catalog/stock/adjustments', correction, { headers });
    expect((await adjust()).body).toMatchObject({ onHand: 3 });
    expect((await adjust()).body).toMatchObject({ onHand: 3 });
    expect((await movements(`productId=${productId}`)).items).toHaveLength(4);
  });

  it('is moved by staff alone, and only staff see what moved', async () => {
    const shopper = await customer(world);
    const paths = ['transfers', 'adjustments'];
    for (const path of paths) {
      expect((await shopper.client.post(`/v1/catalog/stock/${path}`, {})).status).toBe(403);
      expect((await world.anyone.post(`/v1/catalog/stock/${path}`, {})).status).toBe(401);
    }
    expect((await shopper.client.get('/v1/catalog/stock/movements')).status).toBe(403);
    expect((await world.anyone.get('/v1/catalog/stock/movements')).status).toBe(401);
  });

  it('tells what moved page by page, newest first, by product, branch, cause and time', async () => {
    const productId = await product(world, { onHand: 100 });
    for (let at = 1; at <= 3; at += 1) {
      world.clock.forwardMinutes(1);
      await transfer(productId, { quantity: at });
    }
    const started = world.clock.now();
    world.clock.forwardMinutes(1);
    const order = await hold(productId, 5);
    await world.app.get(StockService).use([order]);

    const all = (await movements(`productId=${productId}`)).items;
    expect(all.map(({ cause }) => cause)).toEqual([
      'sale',
      ...Array<string>(6).fill('transfer'),
      'adjustment',
    ]);
    expect(all[0]).toMatchObject({ delta: -5, reference: order, reason: null });
    const paged: Moved[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await movements(`productId=${productId}&limit=3${next === '' ? '' : `&after=${next}`}`);
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged).toEqual(all);

    const inMarket = (await movements(`productId=${productId}&branchId=${market}`)).items;
    expect(inMarket.map(({ delta }) => delta)).toEqual([3, 2, 1]);
    const since = (
      await movements(`productId=${productId}&from=${new Date(started.getTime() + 1).toISOString()}`)
    ).items;
    expect(since.map(({ cause }) => cause)).toEqual(['sale']);
    const before = (await movements(`productId=${productId}&cause=sale&to=${started.toISOString()}`)).items;
    expect(before).toEqual([]);
    expect((await movements(`branchId=${market}&cause=sale`)).items).toEqual([]);
  });

  it('refuses a cursor that is none', async () => {
    for (const after of ['nonsense', Buffer.from('1.x').toString('base64url')]) {
      const answer = await clerk.client.get(`/v1/catalog/stock/movements?after=${after}`);
      expect(answer.status).toBe(400);
      expect(pointersOf(answer.body)).toEqual(['/after']);
    }
  });

  it('finds movements by an index, whatever is asked for', async () => {
    const database = world.app.get(Database);
    const plans: string[] = [];
    await database.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      await tx.query('SET LOCAL enable_sort = off');
      for (const condition of [
        'true',
        `product_id = '${market}'`,
        `branch_id = '${market}'`,
        `product_id = '${market}' AND branch_id = '${market}'`,
        `cause = 'transfer'`,
        `cause = 'sale'`,
      ]) {
        const plan = await tx.query<Record<string, string>[]>(
          `EXPLAIN SELECT * FROM catalog.stock_movements WHERE ${condition} AND moved_at < now()
           ORDER BY moved_at DESC, id DESC LIMIT 20`,
        );
        plans.push(plan.map((row) => row['QUERY PLAN']).join('\n'));
      }
    });
    for (const plan of plans) {
      expect(plan).toMatch(/Index Scan Backward/);
      expect(plan).not.toMatch(/Sort|Seq Scan/);
    }
  });

  it('tells within a second that a hold was given back by time', async () => {
    const productId = await product(world, { onHand: 2 });
    const listed = async () => {
      const answer = await world.anyone.get<{ items: unknown[] }>(`/v1/catalog/products/${productId}/stock`);
      return answer.body.items[0];
    };
    await hold(productId, 2);
    expect(await listed()).toMatchObject({ held: 2, available: 0 });
    world.clock.forwardMinutes(2);
    await eventually(async () => {
      expect(await listed()).toMatchObject({ held: 0, available: 2 });
    }, 1_000);
  });
});
