import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { createLogger, Database, readSettings, startApp } from '@plaza/platform';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { testKeys } from '#test/keys';

/** PostgreSQL's word that a connection is ready for its first query. */
const readyForQuery = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** What a connection hears whose server is killed. */
function farewell(): Buffer {
  const fields = Buffer.from(
    'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0',
  );
  const head = Buffer.from([0x45, 0, 0, 0, 0]);
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

describe('A process whose database goes away', () => {
  let database: FreshDatabase;
  let between: Server;
  let app: INestApplication;
  let dying = false;

  beforeAll(async () => {
    database = await freshDatabase();
    const { port, hostname } = new URL(database.appUrl);
    between = createServer((client) => {
      const server = connect(Number(port), hostname);
      client.on('error', () => server.destroy());
      server.on('error', () => client.destroy());
      client.on('close', () => server.destroy());
      client.pipe(server);
      server.on('data', (data) => {
        if (!dying || !data.includes(readyForQuery)) client.write(data);
        else client.end(Buffer.concat([data, farewell()]));
      });
      server.on('end', () => client.end());
    });
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
    const through = new URL(database.appUrl);
    through.port = String((between.address() as AddressInfo).port);
    const settings = readSettings({
      ...testKeys,
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: through.href,
    });
    const logger = createLogger({ level: settings.logLevel, pretty: false, name: 'test' });
    app = await startApp({ name: 'test', settings, logger, modules: [] });
  });

  afterAll(async () => {
    await app.close();
    between.close();
    await database.drop();
  });

  it('in the very moment in which a connection became ready lives on and works once it is back', async () => {
    const reads = () => [1, 2, 3].map(() => app.get(Database).read<{ one: number }>('SELECT 1 AS one'));
    dying = true;
    // One connection is open since the start; the others are made now and die at once.
    const answers = await Promise.allSettled(reads());
    expect(answers.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ kind: 'unavailable' });

    dying = false;
    await expect(Promise.all(reads())).resolves.toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
  });
});
