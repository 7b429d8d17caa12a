/** The log is divided by months, which are made ahead; what is past its time is taken out of the log and kept beside it. */
import type { Verification } from '@plaza/audit';
import { MonthsService, SealsService } from '@plaza/audit';
import { withClient } from '@plaza/engines';
import { staff, type Person } from '../catalog/shop';
import { World } from '#test/world';

const monthMinutes = 31 * 24 * 60;

describe('The months of the audit log', () => {
  let world: World;
  let clerk: Person;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'], variables: { AUDIT_KEPT_MONTHS: '24' } });
    clerk = await staff(world);
  });

  afterAll(async () => {
    await world.end();
  });

  const months = async () =>
    (await world.rows<{ month: string }>('SELECT month::text FROM audit.months() AS month')).map(
      ({ month }) => month,
    );
  const keep = () => world.app.get(MonthsService).keep();
  const verify = async () => (await clerk.client.post<Verification>('/v1/audit/verify')).body;

  it('are there for this month and the three that follow, and further as time goes on', async () => {
    const before = await months();
    expect(before).toHaveLength(4);
    expect(before[0]).toBe(`${new Date().toISOString().slice(0, 7)}-01`);
    expect(await keep()).toEqual({ made: 0, takenOut: 0 });
    world.clock.forwardMinutes(2 * monthMinutes);
    const { made } = await keep();
    world.clock.forwardMinutes(-2 * monthMinutes);
    expect(made).toBeGreaterThan(0);
    expect(await months()).toEqual([...before, ...(await months()).slice(before.length)]);
  });

  it('that are past their time are taken out once they are sealed, and stay beside the log', async () => {
    await withClient(world.database.ownerUrl, async (owner) => {
      await owner.query('CREATE TABLE audit.log_2020_02 (LIKE audit.log INCLUDING CONSTRAINTS)');
      await owner.query(`ALTER TABLE audit.log ATTACH PARTITION audit.log_2020_02
        FOR VALUES FROM ('2020-02-01T00:00:00Z') TO ('2020-03-01T00:00:00Z')`);
      await owner.query(`INSERT INTO audit.log (at, transaction_id, table_no, action, listed)
        SELECT '2020-02-03T04:05:06Z', pg_current_xact_id(), 1, 'I', true FROM generate_series(1, 3)`);
    });
    expect(await keep()).toMatchObject({ takenOut: 0 });
    const seals = world.app.get(SealsService);
    while (await seals.sealNext());
    expect(await verify()).toMatchObject({ intact: true, archived: 0 });
    expect(await keep()).toMatchObject({ takenOut: 1 });
    expect(await months()).not.toContain('2020-02-01');
    await withClient(world.database.ownerUrl, async (owner) => {
      expect(await owner.query('SELECT FROM audit.log_2020_02')).toMatchObject({ rowCount: 3 });
    });
    expect(await verify()).toMatchObject({ intact: true, archived: 1 });
    await withClient(world.database.ownerUrl, (owner) =>
      owner.query(`INSERT INTO audit.log (id, at, transaction_id, table_no, action, listed) OVERRIDING SYSTEM VALUE
        SELECT from_id, now(), pg_current_xact_id(), 1, 'I', true FROM audit.seals WHERE month = '2020-02-01'`),
    );
    expect((await verify()).findings).toMatchObject([{ kind: 'row-inserted' }]);
  });

  it('of the last year stay, whatever the application asks for', async () => {
    const [row] = await world.rows<{ taken: number }>(
      `SELECT audit.take_out_months('2100-01-01T00:00:00Z') AS taken`,
    );
    expect(row?.taken).toBe(0);
  });
});
