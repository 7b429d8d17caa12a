/** What is read on behalf of somebody is in the log, too: who read what, with what filter, and how much they found. */
import { ReadLog, type Read } from '@plaza/audit';
import { withClient } from '@plaza/engines';
import { customer, product, staff, type Person } from '../catalog/shop';
import { eventually } from '#test/eventually';
import { World } from '#test/world';

interface ReadRow {
  table: string;
  actor: string | null;
  request: string | null;
  statement: string;
  parameters: unknown[];
  rows: number;
}

describe('What is read', () => {
  let world: World;
  let clerk: Person;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
  });

  afterAll(async () => {
    await world.end();
  });

  function reads(requestId: string): Promise<ReadRow[]> {
    return withClient(world.database.ownerUrl, async (owner) => {
      const { rows } = await owner.query<ReadRow & { parameters: string }>(
        `SELECT schema_name || '.' || table_name AS table, actor_id AS actor, request_id AS request, statement.text AS statement,
                parameters, row_count AS rows
         FROM audit.log JOIN audit.tables ON number = table_no LEFT JOIN audit.statements statement ON statement.id = statement_id
         WHERE action = 'S' AND request_id = $1 ORDER BY log.id`,
        [requestId],
      );
      return rows.map((row) => ({ ...row, parameters: JSON.parse(row.parameters) as unknown[] }));
    });
  }

  const ofTheLog = (found: readonly ReadRow[]) => found.filter(({ table }) => table === 'audit.log');

  const asked = (path: string, requestId: string, by = clerk.client) =>
    by.get(path, { headers: { 'x-request-id': requestId } });

  it('by staff is kept with their filter and what they found', async () => {
    await customer(world);
    const { body } = await asked('/v1/identity/customers?q=shopper&limit=5', 'looking-for-shoppers');
    const [read] = await eventually(async () => {
      const found = await reads('looking-for-shoppers');
      expect(found.length).toBeGreaterThan(0);
      return found;
    });
    expect(read).toMatchObject({ table: 'identity.users', actor: clerk.id, rows: body.items.length });
    expect(read?.statement).toMatch(/^SELECT .* FROM identity\.users/);
    expect(JSON.stringify(read?.parameters)).toContain('shopper');
  });

  it('is told by the api like everything else', async () => {
    const shopper = await customer(world);
    await asked('/v1/orders?limit=3', 'my-orders', shopper.client);
    const entry = await eventually(async () => {
      const query = { action: 'SELECT', schema: 'orders', table: 'orders', actor: shopper.id };
      const { body } = await clerk.client.get('/v1/audit', { query });
      expect(body.items.length).toBeGreaterThan(0);
      return body.items[0];
    });
    expect(entry).toMatchObject({
      action: 'SELECT',
      rowId: null,
      requestId: 'my-orders',
      actor: { kind: 'customer', id: shopper.id },
      old: null,
      new: null,
      rows: 0,
    });
    expect(entry.query.parameters).toContain(shopper.id);
  });

  it('of the log itself is kept once, and so is who looked into a row’s history; verifying shows nothing', async () => {
    await clerk.client.post('/v1/audit/verify', {}, { headers: { 'x-request-id': 'verifying' } });
    await asked(`/v1/audit?actor=${clerk.id}&limit=2`, 'who-did-what');
    await asked(`/v1/audit/rows/identity/users/${clerk.id}`, 'a-row');
    await eventually(async () => {
      expect(ofTheLog(await reads('a-row'))).toMatchObject([{ actor: clerk.id }]);
    });
    const [read, ...others] = ofTheLog(await reads('who-did-what'));
    expect(read).toMatchObject({ actor: clerk.id, request: 'who-did-what' });
    expect(read?.parameters).toContain(clerk.id);
    expect(others).toEqual([]);
    expect(ofTheLog(await reads('verifying'))).toEqual([]);
  });

  it('by nobody in particular is not: what everybody may see, and what jobs look at', async () => {
    await product(world);
    await world.anyone.get('/v1/catalog/products?limit=7');
    await world.settle();
    await asked('/v1/orders?limit=3', 'the-last-one');
    await eventually(async () => {
      expect((await reads('the-last-one')).length).toBeGreaterThan(0);
    });
    const [others] = await world.rows<{ reads: number }>(
      `SELECT count(*)::int AS reads FROM audit.log WHERE action = 'S' AND (actor_id IS NULL OR actor_kind = 'system')`,
    );
    expect(others?.reads).toBe(0);
  });

  it('is shown to nobody while it cannot be kept, and nothing of it is lost', async () => {
    const log = world.app.get(ReadLog);
    await owner('ALTER FUNCTION audit.record_reads RENAME TO record_no_reads');
    const read: Read = {
      ...{ statement: 'SELECT', tableNo: 1, parameters: '[]', rows: 0 },
      ...{ actor: { kind: 'staff', id: clerk.id }, requestId: 'many' },
    };
    await log.add(Array.from({ length: 5_000 }, () => read));
    const refused = await asked('/v1/orders?limit=3', 'too-much');
    expect(refused).toMatchObject({ status: 503, body: { code: 'audit.reads-not-kept' } });
    const waiting = asked('/v1/orders?limit=3', 'just-in-time');
    await owner('ALTER FUNCTION audit.record_no_reads RENAME TO record_reads');
    expect((await waiting).status).toBe(200);
    await eventually(async () => {
      expect(await reads('many')).toHaveLength(5_000);
      expect(await reads('just-in-time')).not.toEqual([]);
    });
    expect(await reads('too-much')).toEqual([]);
    const { body: metrics } = await world.anyone.get<string>('/metrics');
    expect(metrics).toMatch(/plaza_audit_reads_total\{outcome="refused",.*\} [1-9]/);
  });

  it('in the last moment before the process ends is kept', async () => {
    const other = await World.start({ database: world.database, processes: ['api'] });
    await other.anyone
      .withToken(clerk.token)
      .get('/v1/orders?limit=3', { headers: { 'x-request-id': 'at-the-end' } });
    await other.stop();
    expect(await reads('at-the-end')).not.toEqual([]);
  });

  async function owner(sql: string): Promise<void> {
    await withClient(world.database.ownerUrl, (client) => client.query(sql));
  }
});
