/** Reads from a replica that lags: allowed a moment, and never to those who would miss what they have just written. */
import {
  APP_ROLE,
  ensurePlazaDatabase,
  keepPostgres,
  plazaUrls,
  startReplica,
  withClient,
} from '@plaza/engines';
import type { PostgresServer, ReplicaServer } from '@plaza/engines';
import { migrate } from '@plaza/platform';
import { schemas } from '../../apps/cli/src/schemas';
import { DataSource } from 'typeorm';
import { customer, product, staff, type Person } from '../catalog/shop';
import { afterwards, newFolder, newPort } from '../engines/places';
import type { Client } from '#test/client';
import type { FreshDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { address, describeWith } from '#test/needs';
import { World } from '#test/world';

let primary: PostgresServer;
let replica: ReplicaServer;
let database: FreshDatabase;
let replicaUrl: string;
let replicaFolder: string;
let replicaPort: number;

beforeAll(async () => {
  primary = await keepPostgres({ folder: newFolder(), port: await newPort() });
  afterwards(() => primary.stop());
  const plaza = await ensurePlazaDatabase(primary.url, 'plaza');
  await migrate(plaza.ownerUrl, APP_ROLE, schemas);
  database = { ...plaza, drop: () => Promise.resolve() };
  replicaFolder = newFolder();
  replicaPort = await newPort();
  await startFollowing();
  replicaUrl = plazaUrls(replica.url, 'plaza').appUrl;
}, 120_000);

async function startFollowing(): Promise<void> {
  replica = await startReplica(primary, { folder: replicaFolder, port: replicaPort });
  const started = replica;
  afterwards(() => started.stop());
}

/** From here on the replica takes in nothing new. */
async function pause(): Promise<void> {
  await withClient(replica.url, async (client) => {
    await client.query('SELECT pg_wal_replay_pause()');
    await eventually(async () => {
      const { rows } = await client.query<{ state: string }>(
        'SELECT pg_get_wal_replay_pause_state() AS state',
      );
      expect(rows).toEqual([{ state: 'paused' }]);
    });
  });
}

async function resume(): Promise<void> {
  await withClient(replica.url, (client) => client.query('SELECT pg_wal_replay_resume()'));
}

const idsOf = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);
const list = async (client: Client) => idsOf(await client.get('/v1/orders'));

/** As long as the replica may be asked, and a little more. */
const lagEndsWithinMs = 10_000;

interface Shop {
  here: World;
  there: World;
  clerk: Person;
  shopper: Person;
  order: () => Promise<string>;
}

/** Two api processes on the primary and its replica, which has everything when they open. */
async function openShop(variables: Record<string, string>): Promise<Shop> {
  const settings = { DATABASE_REPLICA_URLS: replicaUrl, ...variables };
  const here = await World.start({ database, variables: settings });
  const there = await World.start({
    database,
    clock: here.clock,
    variables: settings,
    processes: ['api'],
  });
  const [clerk, shopper] = [await staff(here), await customer(here)];
  const productId = await product(here, { onHand: 1_000 });
  const order = async () => {
    const placed = await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    expect(placed.status).toBe(201);
    return placed.body.id as string;
  };
  // The clerk's reads come from the replica once it has what was written while the shop was set up.
  const first = await order();
  await eventually(async () => expect(await list(clerk.client)).toContain(first));
  return { here, there, clerk, shopper, order };
}

async function closeShop({ here, there }: Shop): Promise<void> {
  await resume().catch(() => undefined);
  await there.stop();
  await here.stop();
}

/** Resolves when a replica that takes in nothing new answers the clerk. */
async function clerkReadsFromReplica({ clerk, order }: Shop): Promise<void> {
  await eventually(async () => {
    await pause();
    try {
      const id = await order();
      expect(await list(clerk.client)).not.toContain(id);
    } catch (error) {
      await resume();
      throw error;
    }
  }, lagEndsWithinMs);
}

describe('A replica that lags', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop({});
  });

  afterAll(() => closeShop(shop));

  it('answers those who wrote nothing, for a moment; then the primary does', async () => {
    await clerkReadsFromReplica(shop);
    const id = await shop.order();
    expect(await list(shop.clerk.client)).not.toContain(id);
    await eventually(async () => expect(await list(shop.clerk.client)).toContain(id), lagEndsWithinMs);
    await resume();
  }, 40_000);

  it('never answers whoever has just written: they see it at once, also what they cancelled', async () => {
    await clerkReadsFromReplica(shop);
    const { client } = shop.shopper;
    for (let time = 1; time <= 3; time += 1) {
      const id = await shop.order();
      expect(await list(client)).toContain(id);
      await client.post(`/v1/orders/${id}/cancel`);
      const { body } = await client.get('/v1/orders', { query: { status: 'cancelled' } });
      expect(idsOf({ body })).toContain(id);
      const history = await client.get(`/v1/orders/${id}/history`);
      expect(history.body.items).toHaveLength(2);
    }
    await resume();
  }, 40_000);

  it('is asked again by whoever wrote, once it has what they wrote', async () => {
    await clerkReadsFromReplica(shop);
    await resume();
    const { clerk, order } = shop;
    await clerk.client.post('/v1/catalog/branches', { code: 'east', name: 'East' });
    await clerkReadsFromReplica(shop);
    expect(await list(clerk.client)).not.toContain(await order());
    await resume();
  }, 40_000);
});

describe('A report', () => {
  it('comes from the replica from its first question on, though the process has not asked it before and it is behind', async () => {
    const shop = await openShop({});
    const fresh = await World.start({
      ...{ database, clock: shop.here.clock, processes: ['api'] },
      variables: { DATABASE_REPLICA_URLS: replicaUrl },
    });
    const asked = statementsOf(fresh);
    await withClient(replica.url, async (client) => {
      await pause();
      await shop.order();
      const report = fresh.anyone.withToken(shop.clerk.token).get('/v1/reports/weekly');
      await eventually(() =>
        expect(asked.some((sql) => sql.includes('pg_current_wal_insert_lsn'))).toBe(true),
      );
      await client.query('SELECT pg_wal_replay_resume()');
      expect((await report).status).toBe(200);
    });
    expect(asked.filter((sql) => /FROM (?:orders\.|catalog\.|payments\.payments)/.test(sql))).toEqual([]);
    await fresh.stop();
    await closeShop(shop);
  }, 60_000);

  /** What a process asks the primary from here on. */
  function statementsOf({ app }: World): string[] {
    const asked: string[] = [];
    app.get(DataSource).subscribers.push({ beforeQuery: ({ query }) => void asked.push(query) });
    return asked;
  }
});

describe('A replica that goes away and comes back', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop({});
  });

  afterAll(() => closeShop(shop));

  it('is missed by nobody: the primary answers, also in a process that starts meanwhile', async () => {
    await clerkReadsFromReplica(shop);
    await resume();
    await replica.stop();
    const id = await shop.order();
    expect(await list(shop.clerk.client)).toContain(id);
    const late = await World.start({
      database,
      clock: shop.here.clock,
      variables: { DATABASE_REPLICA_URLS: replicaUrl },
      processes: ['api'],
    });
    expect(await list(late.anyone.withToken(shop.clerk.token))).toContain(id);
    await late.stop();
    await startFollowing();
    await clerkReadsFromReplica(shop);
    await resume();
  }, 60_000);
});

/** What is written at one process is seen at the other at once. */
function seesOwnWritesEverywhere(variables: () => Record<string, string>): void {
  it('sees at one what it wrote at the other, however far behind the replica is', async () => {
    const shop = await openShop(variables());
    const elsewhere = shop.there.anyone.withToken(shop.shopper.token);
    // By this the other process gets to know the replica, as one that lags very little.
    await list(elsewhere);
    await pause();
    for (let time = 1; time <= 3; time += 1) {
      const id = await shop.order();
      expect(await list(elsewhere)).toContain(id);
    }
    await closeShop(shop);
  }, 40_000);
}

describeWith('redis', 'A client of two api processes that share a cache', () => {
  seesOwnWritesEverywhere(() => ({ REDIS_URL: address('redis') }));
});

describe('A client of two api processes whose shared cache is away', () => {
  seesOwnWritesEverywhere(() => ({ REDIS_URL: 'redis://127.0.0.1:1' }));
});
