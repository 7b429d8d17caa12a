import { randomUUID } from 'node:crypto';
import { APP_ROLE, dropDatabase, ensurePlazaDatabase, withClient } from '@plaza/engines';
import { migrate } from '@plaza/platform';
import { serverUrl } from '#test/database';
import { schemas } from '../../apps/cli/src/schemas';

describe('Migrating an empty database', () => {
  const name = `migrate_${randomUUID().replaceAll('-', '')}`;
  const all = schemas
    .flatMap(({ schema, migrations }) => migrations.map((one) => `${schema}.${one.name}`))
    .sort();
  let ownerUrl: string;

  beforeAll(async () => {
    ({ ownerUrl } = await ensurePlazaDatabase(serverUrl(), name));
  });

  afterAll(async () => {
    await dropDatabase(serverUrl(), name);
  });

  const appliedBy = async (): Promise<string[]> =>
    (await migrate(ownerUrl, APP_ROLE, schemas)).flatMap(({ schema, applied }) =>
      applied.map((one) => `${schema}.${one}`),
    );

  it('from three processes at once applies every migration once', async () => {
    const applied = await Promise.all([appliedBy(), appliedBy(), appliedBy()]);
    expect(applied.flat().sort()).toEqual(all);
    for (const { schema, migrations } of schemas) {
      const { rowCount } = await withClient(ownerUrl, (client) =>
        client.query(`SELECT FROM "${schema}".migrations`),
      );
      expect(rowCount).toBe(migrations.length);
    }
  });

  it('again finds nothing to do', async () => {
    expect(await appliedBy()).toEqual([]);
  });
});
