/**
 * Whatever is done, the log has all that was committed and nothing else: compared with what PostgreSQL itself writes down for its
 * replicas, transaction by transaction. Its counters of rows would not do, for they count what is rolled back, too.
 */
import {
  APP_ROLE,
  ensurePlazaDatabase,
  startPostgres,
  withClient,
  type PostgresServer,
} from '@plaza/engines';
import { migrate } from '@plaza/platform';
import * as fc from 'fast-check';
import { schemas } from '../../apps/cli/src/schemas';
import { afterwards, newFolder, newPort } from '../engines/places';
import { Stage } from '../payments/stage';
import { Workload } from './workload';

const slot = 'what_was_committed';

describe('The audit log', () => {
  let server: PostgresServer;
  let stage: Stage;
  let superuserUrl: string;

  beforeAll(async () => {
    server = await startPostgres({
      folder: newFolder(),
      port: await newPort(),
      settings: { wal_level: 'logical', max_replication_slots: '2' },
    });
    afterwards(() => server.stop());
    const plaza = await ensurePlazaDatabase(server.url, 'plaza');
    await migrate(plaza.ownerUrl, APP_ROLE, schemas);
    superuserUrl = new URL('/plaza', server.url).toString();
    // From here on: what the migrations themselves put into the tables was there before the log was.
    await withClient(superuserUrl, (client) =>
      client.query(`SELECT pg_create_logical_replication_slot($1, 'test_decoding')`, [slot]),
    );
    stage = await Stage.start({ database: { ...plaza, drop: () => Promise.resolve() } });
  }, 120_000);

  afterAll(() => stage.end());

  /** How many rows of each table each transaction changed, and how; what has been told once is remembered. */
  const committed = new Map<string, number>();

  async function readCommitted(): Promise<void> {
    await withClient(superuserUrl, async (client) => {
      const { rows } = await client.query<{ xid: string; data: string }>(
        'SELECT xid::text, data FROM pg_logical_slot_get_changes($1, NULL, NULL)',
        [slot],
      );
      const { rows: kept } = await client.query<{ name: string }>(
        `SELECT schema_name || '.' || table_name AS name FROM audit.tables WHERE reason IS NULL`,
      );
      const names = new Set(kept.map(({ name }) => name));
      for (const { xid, data } of rows) {
        const [, table = '', action = ''] = /^table (\S+): (INSERT|UPDATE|DELETE):/.exec(data) ?? [];
        const key = `${xid} ${table} ${action}`;
        // A row whose key changes stands in the log under either.
        const entries = data.includes(`${action}: old-key: `) ? 2 : 1;
        if (names.has(table)) committed.set(key, (committed.get(key) ?? 0) + entries);
      }
    });
  }

  async function readLog(): Promise<Map<string, number>> {
    const rows = await stage.world.rows<{ key: string; rows: number }>(
      `SELECT concat_ws(' ', transaction_id::xid, schema_name || '.' || table_name,
                CASE action WHEN 'I' THEN 'INSERT' WHEN 'U' THEN 'UPDATE' ELSE 'DELETE' END) AS key, count(*)::int AS rows
       FROM audit.log JOIN audit.tables ON number = table_no WHERE action <> 'S' GROUP BY 1`,
    );
    return new Map(rows.map(({ key, rows: changed }) => [key, changed]));
  }

  async function differences(): Promise<string[]> {
    const logged = await readLog();
    await readCommitted();
    return [...new Set([...logged.keys(), ...committed.keys()])]
      .filter((key) => logged.get(key) !== committed.get(key))
      .map((key) => `${key}: ${logged.get(key) ?? 0} in the log, ${committed.get(key) ?? 0} committed`);
  }

  it('has every row that was changed, and none that was not, whatever is done', async () => {
    const workload = await Workload.begin(stage);
    const names = Object.keys(workload.steps);
    const step = fc.record({ does: fc.constantFrom(...names), die: fc.nat(1_000) });
    const [day = []] = fc.sample(fc.array(step, { minLength: 60, maxLength: 60 }), 1);
    const all = [...day, ...names.map((does, die) => ({ does, die }))];
    for (let at = 0; at < all.length; at += 3) {
      await Promise.all(all.slice(at, at + 3).map(({ does, die }) => workload.does(does, die)));
    }
    await stage.world.settle();
    stage.world.clock.forwardMinutes(180);
    await stage.world.settle();
    stage.world.clock.forwardMinutes(3 * 24 * 60);
    await stage.world.settle();
    expect(await differences()).toEqual([]);
    const touched = new Set([...committed.keys()].map((key) => key.split(' ').slice(1).join(' ')));
    expect(touched.size).toBeGreaterThan(25);
  }, 240_000);

  it('is seen to lack what it was kept from seeing', async () => {
    await withClient(stage.database.ownerUrl, async (owner) => {
      await owner.query('ALTER TABLE catalog.branches DISABLE TRIGGER branches_recorded_update');
      await owner.query(`UPDATE catalog.branches SET name = 'Elsewhere' WHERE code = 'online'`);
      await owner.query('ALTER TABLE catalog.branches ENABLE TRIGGER branches_recorded_update');
    });
    expect(await differences()).toEqual([
      expect.stringMatching(/^\d+ catalog\.branches UPDATE: 0 in the log, 1 committed$/),
    ]);
  });
});
