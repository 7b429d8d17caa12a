/** Staff find what they look for, in every way in which it can be looked for, page by page. */
import type { LogEntry } from '@plaza/audit';
import { customer, product, staff, type Person } from '../catalog/shop';
import { World } from '#test/world';

type Entry = Omit<LogEntry, 'at'> & { at: string; actorName: string | null };

describe('Searching the audit log', () => {
  let world: World;
  let clerk: Person;
  let productId: string;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    productId = await product(world, { onHand: 30 });
    for (const price of [101, 102, 103])
      await clerk.client.patch(`/v1/catalog/products/${productId}`, { price });
    const shopper = await customer(world);
    for (let orders = 0; orders < 4; orders += 1) {
      await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    }
    await world.settle();
  });

  afterAll(async () => {
    await world.end();
  });

  /** All pages, of twenty each; every one of them is a read that the log keeps. */
  async function found(query: Record<string, string>): Promise<Entry[]> {
    const entries: Entry[] = [];
    let after: string | null = null;
    do {
      const page: Record<string, string> = after === null ? { limit: '20' } : { limit: '20', after };
      const { status, body } = await clerk.client.get('/v1/audit', { query: { ...query, ...page } });
      expect(status).toBe(200);
      entries.push(...(body.items as Entry[]));
      after = body.next as string | null;
    } while (after !== null && entries.length < 3_000);
    return entries;
  }

  const wanted: [string, Record<string, string>, (entry: Entry) => boolean][] = [
    ['a context', { schema: 'catalog' }, ({ schema }) => schema === 'catalog'],
    [
      'a table that seldom changes',
      { schema: 'catalog', table: 'products' },
      ({ table }) => table === 'products',
    ],
    ['a table that changes all the time', { table: 'holds' }, ({ table }) => table === 'holds'],
    ['an action', { action: 'UPDATE' }, ({ action }) => action === 'UPDATE'],
    [
      'an action on a table',
      { schema: 'orders', table: 'orders', action: 'INSERT' },
      ({ table, action }) => table === 'orders' && action === 'INSERT',
    ],
    ['nothing in particular, until now', { to: new Date(Date.now() + 60_000).toISOString() }, () => true],
    ['a time long past', { to: '2020-01-01T00:00:00Z' }, () => false],
    ['a time to come', { from: '2100-01-01T00:00:00Z' }, () => false],
  ];

  it.each(wanted)('by %s tells those and all of those, the newest first', async (_what, query, fits) => {
    const all = (await found({})).filter(({ action }) => action !== 'SELECT');
    const entries = (await found(query)).filter(({ action }) => action !== 'SELECT');
    expect(entries.map(({ id }) => id)).toEqual(all.filter(fits).map(({ id }) => id));
    expect(entries.map(({ id }) => id)).toEqual(
      [...entries.map(({ id }) => id)].sort((one, other) => other - one),
    );
  });

  it('by a row and by who it was tells those', async () => {
    expect((await found({ rowId: productId })).map(({ new: now }) => now?.['price'])).toEqual([
      103, 102, 101, 100,
    ]);
    const byClerk = await found({ actor: clerk.id, table: 'products', action: 'UPDATE' });
    expect(byClerk).toHaveLength(3);
    const { username } = (await clerk.client.get('/v1/identity/me')).body;
    expect(byClerk.map(({ actorName }) => actorName)).toEqual([username, username, username]);
    expect(await found({ rowId: productId, schema: 'orders' })).toEqual([]);
    expect(await found({ schema: 'elsewhere' })).toEqual([]);
  });

  it('for the history of a row of a table that there is not says so', async () => {
    const answer = await clerk.client.get(`/v1/audit/rows/catalog/nothing/${productId}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'audit.table-unknown', table: 'nothing' } });
  });

  it('by time finds the same whether it is sealed or not', async () => {
    const all = await found({});
    const middle = all[Math.floor(all.length / 2)]?.at ?? '';
    const since = (await found({ from: middle })).map(({ id }) => id);
    const until = (await found({ to: middle })).map(({ id }) => id);
    expect(since.filter((id) => until.includes(id))).toEqual([]);
    for (const { id } of all) expect([...since, ...until]).toContain(id);
  });
});
