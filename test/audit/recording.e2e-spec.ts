/** What the log keeps of a change, and whose it says it was. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { LogEntry } from '@plaza/audit';
import { customer, product, staff, type Person } from '../catalog/shop';
import { World } from '#test/world';

interface LogPage {
  items: (Omit<LogEntry, 'at'> & { at: string })[];
  next: string | null;
}

describe('The audit log', () => {
  let world: World;
  let clerk: Person;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
  });

  afterAll(async () => {
    await world.end();
  });

  async function log(query: Record<string, string | number>): Promise<LogPage['items']> {
    const { status, body } = await clerk.client.get<LogPage>('/v1/audit', {
      query: { limit: 100, ...query },
    });
    expect(status).toBe(200);
    return body.items;
  }

  async function historyOf(schema: string, table: string, rowId: string): Promise<LogPage['items']> {
    const { status, body } = await clerk.client.get<LogPage>(`/v1/audit/rows/${schema}/${table}/${rowId}`);
    expect(status).toBe(200);
    return body.items;
  }

  it('tells who changed a row, in which request, when, and what it was before', async () => {
    const productId = await product(world, { price: 100 });
    const before = Date.now();
    await clerk.client.patch(
      `/v1/catalog/products/${productId}`,
      { price: 250 },
      { headers: { 'x-request-id': 'a-new-price' } },
    );
    const [change, ...earlier] = await historyOf('catalog', 'products', productId);
    expect(change).toMatchObject({
      action: 'UPDATE',
      schema: 'catalog',
      table: 'products',
      rowId: productId,
      actor: { kind: 'staff', id: clerk.id },
      requestId: 'a-new-price',
      old: { price: 100 },
      new: { price: 250 },
      query: null,
      rows: null,
    });
    expect(Object.keys(change?.new ?? {})).toEqual(['price']);
    expect(Date.parse(change?.at ?? '')).toBeGreaterThan(before - 5_000);
    expect(earlier).toMatchObject([{ action: 'INSERT', old: null, new: { price: 100, name: 'Thing' } }]);
  });

  it('tells what was emptied from what was never there', async () => {
    const { body } = await clerk.client.post<{ id: string }>('/v1/identity/customers', {
      fullName: 'Ada Lovelace',
      documentNumber: randomUUID().slice(0, 12),
      email: 'ada@example.org',
    });
    await clerk.client.patch(`/v1/identity/customers/${body.id}`, { email: null });
    const [change, entry] = await historyOf('identity', 'users', body.id);
    expect(change).toMatchObject({ old: { email: 'ada@example.org' }, new: { email: null } });
    expect(entry?.new).not.toHaveProperty('username');
  });

  it('keeps of a deleted row what it was', async () => {
    await withClient(world.database.ownerUrl, async (owner) => {
      const id = randomUUID();
      await owner.query(`INSERT INTO identity.partners (id, name, created_at) VALUES ($1, 'Gone', now())`, [
        id,
      ]);
      await owner.query('DELETE FROM identity.partners WHERE id = $1', [id]);
      const [change] = await historyOf('identity', 'partners', id);
      expect(change).toMatchObject({
        action: 'DELETE',
        actor: null,
        requestId: null,
        old: { name: 'Gone' },
        new: null,
      });
    });
  });

  it('gives every order of a batch to whom it is of, and the counters of stock to the batch', async () => {
    const shoppers = await Promise.all(Array.from({ length: 6 }, () => customer(world)));
    const productId = await product(world, { onHand: 100 });
    const placed = await Promise.all(
      shoppers.map(async ({ client, id }) => {
        const orderId = randomUUID();
        const requestId = `order-of-${id}`;
        const wish = { id: orderId, items: [{ productId, quantity: 1 }] };
        const { status } = await client.post('/v1/orders', wish, { headers: { 'x-request-id': requestId } });
        expect(status).toBe(201);
        return { id, orderId, requestId };
      }),
    );
    for (const { id, orderId, requestId } of placed) {
      const entries = [
        await historyOf('orders', 'orders', orderId),
        await historyOf('orders', 'order_lines', `${orderId},1`),
        await historyOf('orders', 'order_history', `${orderId},1`),
        await historyOf('catalog', 'holds', `${orderId},${ONLINE_BRANCH_ID},${productId}`),
      ].flat();
      expect(entries).toHaveLength(4);
      for (const entry of entries) {
        expect(entry).toMatchObject({ action: 'INSERT', actor: { kind: 'customer', id }, requestId });
      }
    }
    const counters = await historyOf('catalog', 'stock', `${productId},${ONLINE_BRANCH_ID}`);
    const together = counters.filter(({ actor }) => actor?.kind === 'system');
    expect(together[0]?.actor).toEqual({ kind: 'system', id: 'place-orders' });
    // What changed together is committed together.
    const [ofBatch] = together;
    const holds = await log({ schema: 'catalog', table: 'holds' });
    expect(
      holds.filter(({ transactionId }) => transactionId === ofBatch?.transactionId).length,
    ).toBeGreaterThan(1);
  });

  it('names the job that did it, and the request that it goes back to', async () => {
    const { client } = await customer(world);
    const productId = await product(world);
    const wish = { id: randomUUID(), items: [{ productId, quantity: 1 }] };
    await client.post('/v1/orders', wish);
    await client.post(
      '/v1/payments',
      { orderId: wish.id, creditCard: '4980276372331233' },
      { headers: { 'x-request-id': 'paying' } },
    );
    world.clock.forwardMinutes(60);
    await world.settle();
    world.clock.forwardMinutes(-60);
    const [change] = await historyOf('orders', 'orders', wish.id);
    expect(change).toMatchObject({
      action: 'UPDATE',
      actor: { kind: 'system' },
      old: { status: 'awaiting-payment' },
    });
  });

  it('has nothing of what was rolled back', async () => {
    const [last] = await log({ limit: 1 });
    const productId = await product(world, { onHand: 0 });
    const refused = await (
      await customer(world)
    ).client.post('/v1/orders', {
      items: [{ productId, quantity: 1 }],
    });
    expect(refused.status).toBe(409);
    await withClient(world.database.ownerUrl, async (owner) => {
      await owner.query('BEGIN');
      await owner.query(`UPDATE catalog.products SET price = 1 WHERE id = $1`, [productId]);
      await owner.query('ROLLBACK');
    });
    const changed = (await log({})).filter(({ id, action }) => id > (last?.id ?? 0) && action !== 'SELECT');
    expect(changed.filter(({ table }) => table === 'orders' || table === 'holds')).toEqual([]);
    expect(changed.filter(({ table, action }) => table === 'products' && action === 'UPDATE')).toEqual([]);
  });

  it('has no password, no token, no secret and no card in it', async () => {
    const password = `a long enough ${randomUUID()}`;
    const username = `masked-${randomUUID().slice(0, 8)}`;
    await world.anyone.post('/v1/identity/register', {
      username,
      email: `${username}@example.org`,
      password,
    });
    const { body: tokens } = await world.anyone.post('/v1/identity/token', { username, password });
    await world.anyone.post('/v1/identity/token/refresh', { refreshToken: tokens.refreshToken });
    const shopper = world.anyone.withToken(tokens.accessToken);
    const productId = await product(world);
    const wish = { id: randomUUID(), items: [{ productId, quantity: 1 }] };
    await shopper.post('/v1/orders', wish);
    await shopper.post('/v1/payments', { orderId: wish.id, creditCard: '4980276372331233' });
    await world.settle();
    const rows = await world.rows<{ line: string; masked: boolean }>(
      `SELECT log::text AS line, coalesce(new_values, '') LIKE '%[masked]%' AS masked FROM audit.log AS log`,
    );
    const all = rows.map(({ line }) => line).join('\n');
    const [secrets] = await world.rows<{ hash: string; fingerprint: string; token: string }>(
      `SELECT (SELECT password_hash FROM identity.users WHERE username = $1) AS hash,
              (SELECT card_fingerprint::text FROM payments.requests WHERE order_id = $2) AS fingerprint,
              (SELECT hash FROM identity.refresh_tokens ORDER BY issued_at DESC LIMIT 1) AS token`,
      [username, wish.id],
    );
    for (const secret of [
      password,
      tokens.refreshToken,
      '4980276372331233',
      ...Object.values(secrets ?? {}),
    ]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(all.includes(secret)).toBe(false);
    }
    expect(rows.filter(({ masked }) => masked).length).toBeGreaterThan(3);
  });
});
