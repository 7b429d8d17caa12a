/** The database shows rows of one partner at a time, and none to a statement that forgets to say whose. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { FollowerService, TiersService } from '@plaza/loyalty';
import { World } from '#test/world';
import { expectOk, PartnerProgramme } from './programme';

const earning = { currency: 'EUR', amount: 100, points: 1 };

/** By the worker, which does not run there. */
const made = [
  ...['loyalty.events', 'loyalty.deliveries', 'loyalty.delivery_attempts'],
  ...['loyalty.partners', 'loyalty.taken_back'],
];

/** Something of each type that functions take. */
const anyOf: Record<string, string> = {
  ...{ bytea: `'\\x00'`, boolean: 'false', integer: '10', uuid: 'gen_random_uuid()' },
  ...{ interval: `'1 day'`, 'timestamp with time zone': 'now()' },
  ...{ 'uuid[]': `'{}'`, 'text[]': `'{}'`, 'timestamp with time zone[]': `'{}'` },
};

describe('Row security of loyalty', () => {
  let world: World;
  let programmes: readonly [PartnerProgramme, PartnerProgramme];
  const partners = [randomUUID(), randomUUID()] as const;
  let tables: string[];

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    programmes = [await PartnerProgramme.open(world), await PartnerProgramme.open(world)];
    for (const [at, programme] of programmes.entries()) {
      const member = await programme.member();
      await programme.accrue(member, 5_000);
      await programme.client.post('/v1/loyalty/webhooks', { url: 'https://partner.invalid/' });
      const thresholds = { balanceAbove: 1_000, totalAbove: 100_000 };
      await expectOk(programme.client.put('/v1/loyalty/settings', { thresholds, earning }));
      Object.assign(partners, { [at]: programme.partnerId });
    }
    const rows = await world.rows<{ name: string }>(
      `SELECT 'loyalty.' || relname AS name FROM pg_class
       WHERE relnamespace = 'loyalty'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'migrations' ORDER BY 1`,
    );
    tables = rows.map(({ name }) => name);
  });

  afterAll(() => world.end());

  /** One statement of the application's role, after others of the same transaction. */
  const asApplication = (statement: string, ...before: string[]) =>
    withClient(world.database.appUrl, async (client) => {
      await client.query('BEGIN');
      for (const each of before) await client.query(each);
      const { rows, rowCount } = await client.query<Record<string, unknown>>(statement);
      await client.query('ROLLBACK');
      return { rows, rowCount };
    });
  const as = (partner: string) => `SELECT set_config('plaza.partner_id', '${partner}', true)`;

  it('is forced on every table, its owner included', async () => {
    const open = await world.rows(
      `SELECT relname FROM pg_class
       WHERE relnamespace = 'loyalty'::regnamespace AND relkind IN ('r', 'p') AND relname <> 'migrations'
         AND NOT (relrowsecurity AND relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
    expect(tables.length).toBeGreaterThanOrEqual(7);
  });

  it('shows nothing to whoever did not say whose rows, or says that they may see all', async () => {
    for (const table of tables) {
      for (const before of [
        [],
        [`SET LOCAL plaza.every_partner = 'on'`],
        [`SET LOCAL plaza.partner_id = ''`],
      ]) {
        const { rows } = await asApplication(`SELECT count(*)::integer AS count FROM ${table}`, ...before);
        expect([table, rows]).toEqual([table, [{ count: 0 }]]);
      }
    }
  });

  it('shows rows of one partner, and lets none of another be written', async () => {
    const [own, other] = partners;
    for (const table of tables) {
      const { rows } = await asApplication(
        `SELECT count(*)::integer AS count, count(*) FILTER (WHERE partner_id <> '${own}')::integer AS others FROM ${table}`,
        as(own),
      );
      expect([table, rows[0]?.['others']]).toEqual([table, 0]);
      expect([table, Number(rows[0]?.['count']) > 0 || made.includes(table)]).toEqual([table, true]);
    }
    const changed = await asApplication(
      `UPDATE loyalty.members SET balance = 1 WHERE partner_id = '${other}'`,
      as(own),
    );
    expect(changed.rowCount).toBe(0);
    const removed = await asApplication(`DELETE FROM loyalty.news WHERE partner_id = '${other}'`, as(own));
    expect(removed.rowCount).toBe(0);
    await expect(
      asApplication(
        `INSERT INTO loyalty.news (partner_id, programme_id, items) VALUES ('${other}', gen_random_uuid(), '[]')`,
        as(own),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      asApplication(`UPDATE loyalty.members SET partner_id = '${other}'`, as(own)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('lasts for one transaction: the next one on the same connection sees nothing', async () => {
    const counts = await withClient(world.database.appUrl, async (client) => {
      const count = async () =>
        (await client.query<{ count: number }>('SELECT count(*)::integer AS count FROM loyalty.members'))
          .rows[0]?.count;
      await client.query('BEGIN');
      await client.query(`SELECT * FROM loyalty.enter('${partners[0]}', 'live')`);
      const within = await count();
      await client.query('COMMIT');
      return [within, await count()];
    });
    expect(counts).toEqual([1, 0]);
  });

  it('tells jobs who has something to do, and nothing else', async () => {
    const { rows } = await asApplication('SELECT * FROM loyalty.programmes_with_news(10)');
    expect(rows.map((row) => Object.keys(row))).toEqual([
      ['of_partner', 'of_mode'],
      ['of_partner', 'of_mode'],
    ]);
    const trusted = await world.rows<{ name: string; parameters: string[] }>(
      `SELECT proname AS name,
              ARRAY(SELECT format_type(type, NULL) FROM unnest(proargtypes) WITH ORDINALITY AS given (type, place) ORDER BY place)
                AS parameters
       FROM pg_proc WHERE pronamespace = 'loyalty'::regnamespace AND prosecdef ORDER BY 1, 2`,
    );
    expect(trusted.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['programmes_with_news', 'remove_ended_sandbox', 'webhooks_due']),
    );
    for (const { name, parameters } of trusted) {
      const given = parameters.map((type) => `${String(anyOf[type])}::${type}`).join(', ');
      const asked = `SELECT loyalty.${name}(${given})`;
      const after = await asApplication('SELECT count(*)::integer AS count FROM loyalty.members', asked);
      expect([asked, after.rows]).toEqual([asked, [{ count: 0 }]]);
    }
  });

  it('has jobs told first of whoever waited longest, however few they ask for', async () => {
    const [first, second] = programmes;
    const tiers = { windowDays: 30, noticeDays: 1, levels: [{ name: 'silver', from: 1_000 }] };
    for (const { client } of programmes)
      await expectOk(client.put('/v1/loyalty/settings', { tiers, expiryNoticeDays: 30 }));
    while (await world.app.get(TiersService).keepDue());
    while (await world.app.get(FollowerService).follow());
    const after = (minutes: number) => new Date(world.clock.now().getTime() + minutes * 60_000);
    const [dayOf, minuteOf] = [10, 1];
    for (const [programme, times] of [
      [second, 1],
      [first, 2],
    ] as const) {
      const member = await programme.member();
      await expectOk(programme.accrue(member, 10, { availableFrom: after(times * minuteOf) }));
      await expectOk(programme.accrue(member, 10, { expiresAt: after(times * dayOf * 24 * 60) }));
    }
    world.clock.forwardMinutes(3);
    for (const asked of [
      'programmes_with_news($1)',
      ...['programmes_due($2, $1)', 'programmes_with_tiers_due($2, $1)', 'programmes_with_expiring($2, $1)'],
    ]) {
      const told = (most: number) =>
        world.rows<{ partner: string }>(
          `SELECT of_partner AS partner FROM loyalty.${asked} WHERE $2::timestamptz IS NOT NULL`,
          [most, world.clock.now()],
        );
      expect([asked, await told(1)]).toEqual([asked, [{ partner: second.partnerId }]]);
      expect(await told(2)).toEqual([second, first].map(({ partnerId }) => ({ partner: partnerId })));
    }
    await Promise.all(programmes.map((programme) => programme.signIn()));
  });
});
