/** A replica follows its primary through stops, crashes and new beginnings, and can take its place. */
import { rmSync } from 'node:fs';
import {
  ensurePlazaDatabase,
  keepPostgres,
  plazaUrls,
  startReplica,
  until,
  withClient,
  type PlazaDatabase,
  type PostgresServer,
  type ReplicaServer,
} from '@plaza/engines';
import { afterwards, newFolder, newPort } from './places';

const soonMs = 20_000;

let primary: PostgresServer;
let plaza: PlazaDatabase;
let replicaFolder: string;
let replicaPort: number;

async function numbers(url: string): Promise<number[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ number: number }>('SELECT number FROM kept ORDER BY number');
    return rows.map(({ number }) => number);
  });
}

async function insert(url: string, number: number): Promise<void> {
  await withClient(url, (client) => client.query('INSERT INTO kept VALUES ($1)', [number]));
}

async function follows(number: number): Promise<boolean> {
  const { ownerUrl } = plazaUrls(
    `postgres://postgres:${new URL(primary.url).password}@127.0.0.1:${replicaPort}`,
    'plaza',
  );
  return until(async () => (await numbers(ownerUrl)).includes(number), soonMs);
}

async function startedReplica(log?: (line: string) => void): Promise<ReplicaServer> {
  const replica = await startReplica(primary, {
    folder: replicaFolder,
    port: replicaPort,
    ...(log && { log }),
  });
  afterwards(() => replica.stop());
  return replica;
}

beforeAll(async () => {
  primary = await keepPostgres({ folder: newFolder(), port: await newPort() });
  afterwards(() => primary.stop());
  plaza = await ensurePlazaDatabase(primary.url, 'plaza');
  await withClient(plaza.ownerUrl, (client) => client.query('CREATE TABLE kept (number int PRIMARY KEY)'));
  replicaFolder = newFolder();
  replicaPort = await newPort();
}, 60_000);

test('A replica has what was written before it and follows what is written after', async () => {
  await insert(plaza.ownerUrl, 1);
  const replica = await startedReplica();
  expect(await follows(1)).toBe(true);
  await insert(plaza.ownerUrl, 2);
  expect(await follows(2)).toBe(true);
  await expect(insert(plazaUrls(replica.url, 'plaza').ownerUrl, 3)).rejects.toThrow('read-only transaction');
  await replica.stop();
});

test('A replica that was away catches up without a new copy', async () => {
  await insert(plaza.ownerUrl, 10);
  const lines: string[] = [];
  const replica = await startedReplica((line) => lines.push(line));
  expect(await follows(10)).toBe(true);
  expect(lines).toEqual([]);
  await replica.stop();
});

test('A replica follows its primary through a crash', async () => {
  const replica = await startedReplica();
  const before = primary.pid;
  process.kill(before, 'SIGKILL');
  expect(await until(() => Promise.resolve(primary.pid !== before), soonMs)).toBe(true);
  await insert(plaza.ownerUrl, 20);
  expect(await follows(20)).toBe(true);
  await replica.stop();
});

test('A replica that can follow no more is copied anew', async () => {
  await withClient(primary.url, (client) => client.query(`SELECT pg_drop_replication_slot('plaza_replica')`));
  await insert(plaza.ownerUrl, 30);
  const lines: string[] = [];
  const replica = await startedReplica((line) => lines.push(line));
  expect(lines).toEqual([expect.stringContaining('copying the primary anew')]);
  expect(await follows(30)).toBe(true);
  await replica.stop();
});

test('A promoted replica takes writes, and is not made a replica again by mistake', async () => {
  const replica = await startedReplica();
  expect(await follows(30)).toBe(true);
  await replica.promote();
  const promoted = plazaUrls(replica.url, 'plaza').ownerUrl;
  await insert(promoted, 40);
  expect(await numbers(promoted)).toContain(40);
  expect(await numbers(plaza.ownerUrl)).not.toContain(40);
  await replica.stop();
  await expect(startedReplica()).rejects.toThrow('was promoted');
  rmSync(replicaFolder, { recursive: true });
  await startedReplica();
  expect(await follows(30)).toBe(true);
});
