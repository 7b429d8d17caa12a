/** What the stack and other tests rely on: a Redis of one's own that keeps nothing and never grows past its limit. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, isRedisAnswering, startRedis, type RedisOptions, type RedisServer } from '@plaza/engines';
import { describeWith } from '#test/needs';

/** One command in Redis's own protocol, and the first piece of the answer. */
function ask({ port }: RedisServer, command: string): Promise<string> {
  return new Promise((done, failed) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(`${command}\r\n`));
    socket.once('error', failed);
    socket.once('data', (answer) => {
      socket.destroy();
      done(answer.toString());
    });
  });
}

describeWith('redis', 'A cache of our own', () => {
  let options: RedisOptions;
  let server: RedisServer;

  beforeAll(async () => {
    options = {
      folder: await mkdtemp(join(tmpdir(), 'plaza-redis-')),
      programsFolder: resolve(__dirname, '../../.plaza/programs'),
      port: await freePort(),
    };
    server = await startRedis(options);
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    await rm(options.folder, { recursive: true, force: true });
  });

  test('throws away what was not used for longest when it is full', async () => {
    expect(await ask(server, 'CONFIG GET maxmemory')).toContain(String(128 * 1024 * 1024));
    expect(await ask(server, 'CONFIG GET maxmemory-policy')).toContain('allkeys-lru');
  });

  test('is empty after it was killed and started again', async () => {
    await ask(server, 'SET colour green');
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    expect(await isRedisAnswering(options.port)).toBe(false);
    await server.stop();
    server = await startRedis(options);
    expect(await ask(server, 'GET colour')).toBe('$-1\r\n');
    expect(await readdir(options.folder)).not.toContain('dump.rdb');
  });
});
