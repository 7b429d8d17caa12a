/** Limits on signing in are those of all processes together where they share a Redis, and go on without it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, startRedis, type RedisOptions, type RedisServer } from '@plaza/engines';
import { eventually } from '#test/eventually';
import { describeWith } from '#test/needs';
import { World } from '#test/world';

let addresses = 0;
/** An address that nobody has used in this file. */
const elsewhere = () => {
  addresses += 1;
  return `203.0.113.${String(addresses)}`;
};

const guess = async (world: World, from: string) => {
  const headers = { 'x-forwarded-for': from };
  const answer = await world.anyone.post(
    '/v1/identity/token/refresh',
    { refreshToken: 'guess' },
    { headers },
  );
  return answer.status;
};
const start = (url: string, beside?: World) =>
  World.start({
    processes: ['api'],
    ...(beside && { database: beside.database, clock: beside.clock }),
    variables: { REDIS_URL: url, RATE_LIMIT_SIGN_IN_PER_MINUTE: '3', TRUST_PROXY: '1' },
  });

describeWith('redis', 'Limits on signing in', () => {
  let options: RedisOptions;
  let redis: RedisServer;
  let one: World;
  let other: World;

  beforeAll(async () => {
    options = {
      folder: await mkdtemp(join(tmpdir(), 'plaza-redis-')),
      programsFolder: resolve(__dirname, '../../.plaza/programs'),
      port: await freePort(),
    };
    redis = await startRedis(options);
    const url = `redis://127.0.0.1:${String(options.port)}`;
    one = await start(url);
    other = await start(url, one);
    await sharedAgain();
  }, 120_000);
  afterAll(async () => {
    await other.stop();
    await one.end();
    await redis.stop();
    await rm(options.folder, { recursive: true, force: true });
  });

  /** Both processes count together, seen at an address of its own each time. */
  const sharedAgain = () =>
    eventually(async () => {
      const from = elsewhere();
      const statuses = [await guess(one, from), await guess(other, from), await guess(one, from)];
      statuses.push(await guess(other, from), await guess(one, from));
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
    });

  test('are of all processes together', sharedAgain);

  test('are those of each process while Redis is away, and of all again when it is back', async () => {
    await redis.stop();
    const from = elsewhere();
    const statuses = [];
    for (let request = 1; request <= 4; request += 1) {
      statuses.push(await guess(one, from), await guess(other, from));
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    redis = await startRedis(options);
    await sharedAgain();
  });
});

describe('Limits on signing in, where Redis was never there', () => {
  test('are those of the process', async () => {
    const world = await start('redis://127.0.0.1:1');
    try {
      const from = elsewhere();
      const statuses = [];
      for (let request = 1; request <= 4; request += 1) statuses.push(await guess(world, from));
      expect(statuses).toEqual([401, 401, 401, 429]);
    } finally {
      await world.end();
    }
  });
});
