/** What whoever starts the embedded PostgreSQL may rely on, whatever has happened to it or to them before. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import {
  createDatabase,
  dropDatabase,
  endProcess,
  identify,
  keepPostgres,
  runningPostgres,
  startPostgres,
  until,
  withClient,
  type PostgresOptions,
  type PostgresServer,
} from '@plaza/engines';
import { afterwards, newFolder, newPort } from './places';

const soonMs = 15_000;

async function started(options: Partial<PostgresOptions> & { folder: string }): Promise<PostgresServer> {
  const server = await startPostgres({ port: await newPort(), throwaway: true, ...options });
  afterwards(() => server.stop());
  return server;
}

async function value(url: string, sql: string): Promise<unknown> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  });
}

async function holder(folder: string, port: number): Promise<{ process: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [join(__dirname, 'holder.cjs'), folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  afterwards(() => {
    child.kill('SIGKILL');
  });
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  const said = chunk.toString().trim();
  const server = await identify(Number(said.split(' ')[1]));
  afterwards(async () => {
    if (server) await endProcess(server, { signal: 'SIGINT' });
  });
  return { process: child, said };
}

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

test('A server keeps its data and its password from one start to the next', async () => {
  const folder = newFolder();
  const first = await started({ folder });
  await value(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();
  const second = await started({ folder, port: first.port });
  expect(second.url).toBe(first.url);
  expect(await value(second.url, 'SELECT number FROM kept')).toBe(7);
});

test('A server listens on this machine only, checks its pages, speaks UTF-8 and lets nobody in without the password', async () => {
  const folder = newFolder();
  const { url, port } = await started({ folder });
  expect(await value(url, 'SHOW listen_addresses')).toBe('127.0.0.1');
  expect(await value(url, 'SHOW data_checksums')).toBe('on');
  expect(await value(url, 'SHOW server_encoding')).toBe('UTF8');
  expect(await value(url, `SELECT upper('ñandú')`)).toBe('ÑANDÚ');
  expect(statSync(join(folder, 'superuser.password')).mode & 0o777).toBe(0o600);
  await expect(value(`postgres://postgres:guess@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow(
    'password authentication failed',
  );
});

test('A port that is taken is refused by name, with the process that has it', async () => {
  const port = await newPort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  afterwards(() => {
    other.close();
  });
  const refused = startPostgres({ folder: newFolder(), port, throwaway: true });
  await expect(refused).rejects.toThrow(`Port ${port}, wanted for PostgreSQL`);
  await expect(refused).rejects.toThrow(`process ${process.pid}`);
});

test('A folder that a living process holds is refused, and its server is left alone', async () => {
  const folder = newFolder();
  const { said, process: other } = await holder(folder, await newPort());
  await expect(startPostgres({ folder, port: await newPort() })).rejects.toThrow(
    `in use by process ${other.pid ?? 0}`,
  );
  expect(await identify(Number(said.split(' ')[1]))).toBeDefined();
});

test('After a kill of the process that held it, the next start stops the orphan and goes on with the data', async () => {
  const folder = newFolder();
  const port = await newPort();
  const { said, process: other } = await holder(folder, port);
  await killed(other);
  const orphan = await identify(Number(said.split(' ')[1]));
  expect(orphan).toBeDefined();
  const lines: string[] = [];
  const server = await started({ folder, port, log: (line) => lines.push(line) });
  expect(await value(server.url, 'SELECT 1')).toBe(1);
  expect(await identify(orphan?.pid ?? 0)).toBeUndefined();
  expect(lines.join()).toContain(`Stopped PostgreSQL ${orphan?.pid ?? 0}`);
});

test('A postmaster.pid that names a stranger, as after a crash of the machine, is no obstacle', async () => {
  const folder = newFolder();
  const first = await started({ folder });
  await first.stop();
  const data = join(folder, 'data');
  const { uid, gid } = statSync(data);
  const stranger = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' });
  afterwards(() => {
    stranger.kill();
  });
  const note = `${stranger.pid ?? 0}\n${data}\n1\n${first.port}\n\n127.0.0.1\n\nready\n`;
  writeFileSync(join(data, 'postmaster.pid'), note);
  const second = await started({ folder, port: first.port });
  expect(await value(second.url, 'SELECT 1')).toBe(1);
});

test('Whoever holds a server is told when it dies, and not when it is stopped', async () => {
  const exits: unknown[] = [];
  const folder = newFolder();
  const first = await started({ folder, onExit: (exit) => exits.push(exit) });
  await first.stop();
  expect(exits).toEqual([]);
  const second = await started({ folder, onExit: (exit) => exits.push(exit) });
  process.kill(second.pid, 'SIGKILL');
  expect(await until(() => Promise.resolve(exits.length > 0), soonMs)).toBe(true);
  expect(exits).toEqual([{ code: null, signal: 'SIGKILL' }]);
});

test('A kept server that is killed in the middle of work comes back with all that was committed', async () => {
  const restarts: number[] = [];
  const kept = await keepPostgres({
    folder: newFolder(),
    port: await newPort(),
    onRestart: (pid) => restarts.push(pid),
  });
  afterwards(() => kept.stop());
  await value(kept.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  const busy = value(kept.url, 'SELECT count(*) FROM generate_series(1, 1e12::bigint)');
  process.kill(kept.pid, 'SIGKILL');
  expect(await until(() => Promise.resolve(restarts.length > 0), soonMs)).toBe(true);
  await expect(busy).rejects.toThrow();
  expect(kept.pid).toBe(restarts[0]);
  expect(await value(kept.url, 'SELECT number FROM kept')).toBe(7);
});

test('A detached server is found again, and stopped, by the folder alone', async () => {
  const folder = newFolder();
  const first = await started({ folder, detached: true });
  const again = await startPostgres({ folder, port: await newPort(), detached: true });
  expect(again.pid).toBe(first.pid);
  await expect(startPostgres({ folder, port: await newPort() })).rejects.toThrow(
    `in use by process ${first.pid}`,
  );
  const found = await runningPostgres(folder);
  expect(found).toMatchObject({ pid: first.pid, port: first.port, url: first.url });
  await found?.stop();
  expect(await runningPostgres(folder)).toBeUndefined();
  expect(await identify(first.pid)).toBeUndefined();
});

test('A database is made, copied and dropped with somebody still connected', async () => {
  const { url } = await started({ folder: newFolder() });
  const original = await createDatabase(url, 'original');
  await value(original, 'CREATE TABLE kept AS SELECT 7 AS number');
  const copy = await createDatabase(url, 'a "copy"', { template: 'original' });
  await withClient(copy, async (client) => {
    expect((await client.query('SELECT number FROM kept')).rows).toEqual([{ number: 7 }]);
    await dropDatabase(url, 'a "copy"');
  });
  await expect(value(copy, 'SELECT 1')).rejects.toThrow('does not exist');
});

// Only root lends PostgreSQL another user; everybody else runs it as themselves and can enter their own folders.
if (userInfo().uid === 0) {
  test('Below a folder that only root may enter, the data lies elsewhere and is found again', async () => {
    const folder = join(newFolder(0o700), 'postgres');
    const lines: string[] = [];
    const first = await started({ folder, log: (line) => lines.push(line) });
    const note = JSON.parse(readFileSync(join(folder, 'elsewhere.json'), 'utf8')) as { parent: string };
    afterwards(() => {
      rmSync(note.parent, { recursive: true, force: true });
    });
    expect(lines).toEqual([expect.stringContaining(`its data lies in ${note.parent}`)]);
    await value(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const second = await started({ folder, port: first.port, log: (line) => lines.push(line) });
    expect(await value(second.url, 'SELECT number FROM kept')).toBe(7);
    expect(lines).toHaveLength(1);
    await second.stop();

    rmSync(folder, { recursive: true });
    const anew = await started({ folder, port: first.port });
    expect(await value(anew.url, `SELECT to_regclass('kept')`)).toBeNull();
  });
}
