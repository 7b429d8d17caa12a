/** Nothing is left out of the log by forgetting it: neither when the schemas are brought up to date, nor when a process starts. */
import { APP_ROLE, withClient } from '@plaza/engines';
import { migrate } from '@plaza/platform';
import { schemas } from '../../apps/cli/src/schemas';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { World } from '#test/world';

const faults = [
  {
    what: 'a table that nobody declared',
    sql: 'CREATE TABLE orders.notes (id uuid CONSTRAINT notes_pk PRIMARY KEY)',
    says: 'orders.notes is neither audited nor left out for a reason',
    mended: 'DROP TABLE orders.notes',
  },
  {
    what: 'a column that sounds like a secret',
    sql: 'ALTER TABLE identity.partners ADD api_token text',
    says: 'identity.partners.api_token sounds like something to be masked, and is neither masked nor plain',
    mended: 'ALTER TABLE identity.partners DROP api_token',
  },
  {
    what: 'a masked column that is not there any more',
    sql: 'ALTER TABLE identity.claim_codes RENAME fingerprint TO digest',
    says: 'identity.claim_codes.fingerprint is declared, and there is no such column',
    mended: 'ALTER TABLE identity.claim_codes RENAME digest TO fingerprint',
  },
];

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

const asOwner = (sql: string) => withClient(database.ownerUrl, (owner) => owner.query(sql));
const bringUpToDate = () => migrate(database.ownerUrl, APP_ROLE, schemas);

describe('A fault of the audit', () => {
  it.each(faults)('is $what', async ({ sql, says, mended }) => {
    await asOwner(sql);
    await expect(bringUpToDate()).rejects.toThrow(says);
    await expect(World.start({ database, processes: ['worker'] })).rejects.toThrow(says);
    await asOwner(mended);
    await expect(bringUpToDate()).resolves.toBeDefined();
  });

  it('is a recorder that is switched off; bringing the schemas up to date switches it on', async () => {
    await asOwner('ALTER TABLE catalog.stock DISABLE TRIGGER stock_recorded_update');
    await expect(World.start({ database, processes: ['api'] })).rejects.toThrow(
      'catalog.stock has no recorder at work for UPDATE',
    );
    await bringUpToDate();
    const world = await World.start({ database, processes: ['api'] });
    await world.stop();
  });
});
