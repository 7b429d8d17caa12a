/** The one connection that stays open: what becomes of its locks and of itself when it is lost. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  APP_ROLE,
  ensurePlazaDatabase,
  keepPostgres,
  until,
  withClient,
  type PostgresServer,
} from '@plaza/engines';
import { createLogger, DatabaseSession } from '@plaza/platform';
import { freshDatabase, serverUrl, type FreshDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { afterwards, newFolder, newPort } from '../engines/places';

const lock = 'a loop that runs alone';
const logger = createLogger({ level: 'silent', pretty: false, name: 'test' });

async function opened(url: string): Promise<DatabaseSession> {
  const session = new DatabaseSession(url, logger);
  await session.open();
  return session;
}

async function held(session: DatabaseSession): Promise<void> {
  expect(await session.tryLock(lock)).toBe(true);
}

/** The connections of sessions to this database, as the server sees them. */
function connections(databaseUrl: string): Promise<number[]> {
  return withClient(serverUrl(), async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'plaza session' AND datname = $1`,
      [new URL(databaseUrl).pathname.slice(1)],
    );
    return rows.map(({ pid }) => pid);
  });
}

async function terminate(pids: number[]): Promise<void> {
  await withClient(serverUrl(), (client) =>
    client.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]),
  );
}

describe('The session of a process', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  it('that is lost again and again is opened again, once, and has its lock and its listeners', async () => {
    const session = await opened(database.appUrl);
    let heard = 0;
    await session.listen('session_test', () => (heard += 1));
    await held(session);
    for (let loss = 1; loss <= 2; loss += 1) {
      const before = await connections(database.appUrl);
      expect(before).toHaveLength(1);
      await terminate(before);
      await eventually(async () => {
        const now = await connections(database.appUrl);
        expect(now).toHaveLength(1);
        expect(now).not.toEqual(before);
      });
      await eventually(() => held(session));
      expect(heard).toBeGreaterThanOrEqual(loss);
    }
    const heardSoFar = heard;
    await withClient(database.appUrl, (client) => client.query('NOTIFY session_test'));
    await eventually(() => expect(heard).toBeGreaterThan(heardSoFar));
    await session.close();
    await eventually(async () => expect(await connections(database.appUrl)).toEqual([]));
  });

  it('gives its lock to another process when it ends, and does not take it back while that one lives', async () => {
    const [one, other] = [await opened(database.appUrl), await opened(database.appUrl)];
    await held(one);
    expect(await other.tryLock(lock)).toBe(false);
    await terminate(await connections(database.appUrl));
    await eventually(async () => {
      const both = [await one.tryLock(lock), await other.tryLock(lock)];
      expect(both.filter(Boolean)).toHaveLength(1);
    });
    await one.close();
    await eventually(() => held(other));
    await other.close();
  });

  it('that is closed while it is being opened leaves no connection behind', async () => {
    const session = new DatabaseSession(database.appUrl, logger);
    const opening = session.open();
    await session.close();
    await opening;
    await session.open();
    await eventually(async () => expect(await connections(database.appUrl)).toEqual([]));
  });
});

describe('The session of a process whose line to the database falls silent', () => {
  let database: FreshDatabase;
  let between: Server;
  let silent = false;

  beforeAll(async () => {
    database = await freshDatabase();
    const { port, hostname } = new URL(database.appUrl);
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (data) => !silent && to.write(data));
      from.on('error', () => undefined);
      from.on('close', () => !silent && to.destroy());
    };
    between = createServer((client) => {
      const server = connect(Number(port), hostname);
      pass(client, server);
      pass(server, client);
    });
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
  });

  afterAll(async () => {
    between.close();
    await database.drop();
  });

  it('no longer believes in its lock, and has it again once the line is back', async () => {
    const through = new URL(database.appUrl);
    through.port = String((between.address() as AddressInfo).port);
    const session = await opened(through.href);
    await held(session);
    silent = true;
    await eventually(async () => expect(await session.tryLock(lock)).toBe(false));
    // The server finds out by itself after a while; here it is told.
    await terminate(await connections(database.appUrl));
    silent = false;
    await eventually(() => held(session));
    await session.close();
  }, 45_000);
});

describe('The session of a process whose PostgreSQL is killed and comes back', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await keepPostgres({ folder: newFolder(), port: await newPort() });
    afterwards(() => server.stop());
  }, 60_000);

  it('has its lock again', async () => {
    const { appUrl } = await ensurePlazaDatabase(server.url, 'plaza');
    expect(new URL(appUrl).username).toBe(APP_ROLE);
    const session = await opened(appUrl);
    await held(session);
    const before = server.pid;
    process.kill(before, 'SIGKILL');
    expect(await until(() => Promise.resolve(server.pid !== before), 20_000)).toBe(true);
    await eventually(async () => {
      const [row] = await withClient(appUrl, async (client) => {
        const { rows } = await client.query<{ locks: number }>(
          `SELECT count(*)::integer AS locks FROM pg_locks WHERE locktype = 'advisory'`,
        );
        return rows;
      });
      await held(session);
      expect(row?.locks).toBe(1);
    });
    await session.close();
  }, 60_000);
});
