/** Many customers: each way of finding one goes by its index, which PostgreSQL's own counters tell. */
import { withClient } from '@plaza/engines';
import type { PeoplePage } from '@plaza/identity';
import { World } from '#test/world';
import { signedInStaff, type SignedIn } from './people';

const many = 50_000;

interface Scans {
  whole: number;
  byDocument: number;
  byWords: number;
  byAge: number;
}

describe('Among many customers', () => {
  let world: World;
  let staff: SignedIn;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'], variables: { DATABASE_POOL_MAX: '2' } });
    staff = await signedInStaff(world);
    await withClient(world.database.ownerUrl, async (client) => {
      await client.query(
        `INSERT INTO identity.users (id, role, full_name, document_number, created_at)
         SELECT gen_random_uuid(), 'customer', 'Pérsona ' || md5(number::text), 'D-' || number,
                now() - number * interval '1 second'
         FROM generate_series(1, $1::integer) AS number`,
        [many],
      );
      await client.query('ANALYZE identity.users');
    });
  });
  afterAll(() => world.end());

  const scans = async (): Promise<Scans> => {
    // Each connection hands in what it has counted; it is kept busy for a moment, so that the other one is told, too.
    const handIn = () => world.rows('SELECT pg_stat_force_next_flush(), pg_sleep(0.05)');
    await Promise.all([handIn(), handIn()]);
    const [counted] = await world.rows<Scans>(
      `SELECT seq_scan::integer AS whole,
       (SELECT idx_scan::integer FROM pg_stat_user_indexes WHERE indexrelname = 'users_document_unique') AS "byDocument",
       (SELECT idx_scan::integer FROM pg_stat_user_indexes WHERE indexrelname = 'users_by_words') AS "byWords",
       (SELECT idx_scan::integer FROM pg_stat_user_indexes WHERE indexrelname = 'users_customers_by_age') AS "byAge"
       FROM pg_stat_user_tables WHERE relid = 'identity.users'::regclass`,
    );
    if (!counted) throw new Error('PostgreSQL counts nothing about users');
    return counted;
  };
  const find = async (query: Record<string, string | number>) =>
    (await staff.client.get<PeoplePage>('/v1/identity/customers', { query })).body;
  const used = async (query: Record<string, string | number>) => {
    const before = await scans();
    const page = await find(query);
    const after = await scans();
    const indexes = (['byDocument', 'byWords', 'byAge'] as const).filter((by) => after[by] > before[by]);
    return { page, indexes, whole: after.whole - before.whole };
  };

  test.each([
    ['the document number', { document: 'd-4711' }, 1, 'byDocument'],
    ['a part of the name', { q: 'c4ca4238a0b9' }, 1, 'byWords'],
    ['a part of the name and a word that most have', { q: 'persona c4ca4238a0b9' }, 1, 'byWords'],
    ['the beginning of a word, which is short', { q: 'zz' }, 0, 'byWords'],
    ['what nobody is called', { q: 'nowhere' }, 0, 'byWords'],
    ['nothing but being new', { limit: 20 }, 20, 'byAge'],
    ['a word that most have', { q: 'persona', limit: 20 }, 20, 'byAge'],
  ])('one finds by %s', async (_, query: Record<string, string | number>, found, index) => {
    const { page, indexes, whole } = await used(query);
    expect(page.items).toHaveLength(found);
    expect({ indexes, whole }).toEqual({ indexes: [index], whole: 0 });
  });

  test('a page deep down is found where the one before ended', async () => {
    const [deep] = await world.rows<{ id: string; at: Date }>(
      `SELECT id, date_trunc('milliseconds', created_at) AS at FROM identity.users WHERE document_number = $1`,
      [`D-${String(many - 50)}`],
    );
    const after = Buffer.from(JSON.stringify([deep?.at.toISOString(), deep?.id])).toString('base64url');
    const { page, indexes, whole } = await used({ after, limit: 20 });
    expect(page.items[0]?.documentNumber).toBe(`D-${String(many - 49)}`);
    expect({ indexes, whole }).toEqual({ indexes: ['byAge'], whole: 0 });
  });
});
