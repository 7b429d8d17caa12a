/** The prepared list beside a shared cache that dies, stands still and comes back: it is slower for a moment, and never wrong. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ProductList } from '@plaza/catalog';
import { freePort, startRedis, withClient, type RedisOptions, type RedisServer } from '@plaza/engines';
import { eventually } from '#test/eventually';
import { describeWith } from '#test/needs';
import { World } from '#test/world';
import { customer, product, statementsOf, type Person } from './shop';

const path = '/v1/catalog/products';
const oneSecondMs = 1_000;
/** For Plaza to find out that its cache is there again. */
const reconnectMsMax = 10_000;

async function shown(world: World, name: string): Promise<string[]> {
  const { body } = await world.anyone.get(path, { query: { q: name, inStock: true } });
  return body.items.map((item: { name: string }) => item.name);
}

describe('A list that has just become old', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
  });

  afterAll(async () => {
    await world.end();
  });

  it('is given to all but the one who makes the next', async () => {
    const list = world.app.get(ProductList);
    const filter = { q: `Thing ${randomUUID().slice(0, 8)}`, limit: 20 };
    await product(world, { name: filter.q });
    await withClient(world.database.ownerUrl, async (client) => {
      await client.query('BEGIN');
      const before = await list.prepared(filter);
      // From here on nobody can make a list.
      await client.query('LOCK TABLE catalog.products');
      await list.outdate();
      let isMade = false;
      const statements = await statementsOf(world, /LEFT JOIN page/, async () => {
        const maker = list.prepared(filter).then((made) => ((isMade = true), made));
        const others = await Promise.all(Array.from({ length: 20 }, () => list.prepared(filter)));
        expect(isMade).toBe(false);
        expect(new Set(others)).toEqual(new Set([before]));
        await client.query('COMMIT');
        expect((await maker).etag).toBe(before.etag);
      });
      expect(statements).toHaveLength(1);
    });
  });

  it('is given to nobody after a moment: they wait for the next', async () => {
    const list = world.app.get(ProductList);
    const name = `Thing ${randomUUID().slice(0, 8)}`;
    const filter = { q: name, limit: 20 };
    await product(world, { name });
    const before = await list.prepared(filter);
    await product(world, { name: `${name} again` });
    await eventually(async () => {
      expect((await list.prepared(filter)).etag).not.toBe(before.etag);
    }, oneSecondMs);
  });
});

describeWith('redis', 'The product list of two processes beside a shared cache', () => {
  let options: RedisOptions;
  let redis: RedisServer;
  let here: World;
  let there: World;
  let shopper: Person;

  beforeAll(async () => {
    options = {
      folder: await mkdtemp(join(tmpdir(), 'plaza-redis-')),
      programsFolder: resolve(__dirname, '../../.plaza/programs'),
      port: await freePort(),
    };
    redis = await startRedis(options);
    const variables = { REDIS_URL: redis.url };
    here = await World.start({ variables });
    const { database, clock } = here;
    there = await World.start({ variables, database, clock, processes: ['api'] });
    shopper = await customer(here);
  }, 120_000);

  afterAll(async () => {
    await there.stop();
    await here.end();
    await redis.stop();
    await rm(options.folder, { recursive: true, force: true });
  });

  async function lastOne(): Promise<{ name: string; productId: string }> {
    const name = `Last ${randomUUID().slice(0, 8)}`;
    const productId = await product(here, { name, onHand: 1 });
    for (const world of [here, there]) {
      await eventually(async () => {
        expect(await shown(world, name)).toEqual([name]);
      });
    }
    return { name, productId };
  }

  const order = async (productId: string) => {
    const { status } = await shopper.client.post('/v1/orders', { items: [{ productId, quantity: 1 }] });
    expect(status).toBe(201);
  };

  async function expectGone(name: string): Promise<void> {
    for (const world of [here, there]) {
      await eventually(async () => {
        expect(await shown(world, name)).toEqual([]);
      }, oneSecondMs);
    }
  }

  /** What one has prepared, the other need not ask the database for. */
  async function expectShared(): Promise<void> {
    await eventually(async () => {
      const q = randomUUID().slice(0, 8);
      await here.anyone.get(path, { query: { q } });
      const statements = await statementsOf(there, /catalog\./, () =>
        there.anyone.get(path, { query: { q } }),
      );
      expect(statements).toEqual([]);
    }, reconnectMsMax);
  }

  it('is made once for both', async () => {
    await expectShared();
  });

  it('goes on when the cache is killed, and is shared again when it is back', async () => {
    const { name, productId } = await lastOne();
    process.kill(redis.pid, 'SIGKILL');
    await redis.exited;
    for (let time = 0; time < 5; time += 1) {
      const askedAt = performance.now();
      expect((await here.anyone.get(path, { query: { q: randomUUID().slice(0, 8) } })).status).toBe(200);
      expect(performance.now() - askedAt).toBeLessThan(oneSecondMs);
    }
    await order(productId);
    await expectGone(name);
    await redis.stop();
    redis = await startRedis(options);
    await expectShared();
    await expectGone(name);
  });

  it('is not what a cache that stood still remembers', async () => {
    const { name, productId } = await lastOne();
    process.kill(redis.pid, 'SIGSTOP');
    try {
      await order(productId);
      await expectGone(name);
    } finally {
      process.kill(redis.pid, 'SIGCONT');
    }
    for (let time = 0; time < 50; time += 1) {
      for (const world of [here, there]) expect(await shown(world, name)).toEqual([]);
    }
    await expectShared();
  });
});
