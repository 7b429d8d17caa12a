/** `npm run stack` as a person runs it: up, again, after a kill of everything, and down. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { freePort, withClient } from '@plaza/engines';
import { readSettings } from '@plaza/platform';
import { eventually } from '#test/eventually';
import { describeWith } from '#test/needs';

const program = resolve(__dirname, '../../dist/apps/stack/src/main.js');
const programs = resolve(__dirname, '../../.plaza/programs');
const portVariables = ['POSTGRES', 'REPLICA', 'REDIS', 'KAFKA', 'KAFKA_CONTROLLER', 'SIMULATOR'];

interface Answer {
  code: number;
  stdout: string;
  stderr: string;
}

interface Status {
  healthy: boolean;
  parts: { name: string; pid: number | null; healthy: boolean }[];
}

describeWith('kafka', 'The stack', () => {
  describeWith('redis', 'The whole stack', () => {
    let folder: string;
    let environment: Record<string, string | undefined>;

    const stack = (...args: string[]): Promise<Answer> =>
      new Promise((done) => {
        execFile(process.execPath, [program, ...args], { env: environment }, (error, stdout, stderr) => {
          done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
        });
      });
    const status = async (): Promise<Status> =>
      JSON.parse((await stack('status', '--json')).stdout) as Status;
    const pids = async (): Promise<(number | null)[]> => (await status()).parts.map(({ pid }) => pid);
    const settings = () => parseEnv(readFileSync(join(folder, 'stack.env'), 'utf8'));

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'plaza-stack-'));
      mkdirSync(programs, { recursive: true });
      await symlink(programs, join(folder, 'programs'));
      environment = { PATH: process.env['PATH'], PLAZA_DATA_DIR: folder, PLAZA_DEMO: '0' };
      for (const name of portVariables) environment[`PLAZA_STACK_${name}_PORT`] = String(await freePort());
    });

    afterAll(async () => {
      await stack('down', '--purge');
      await rm(folder, { recursive: true, force: true });
    }, 60_000);

    test('comes up healthy and writes down where it is', async () => {
      expect(await stack('up')).toMatchObject({ code: 0, stderr: '' });
      expect(await stack('status')).toMatchObject({ code: 0 });
      expect(readSettings(settings())).toMatchObject({ kafka: { brokers: [expect.any(String)] } });
    }, 180_000);

    test('leaves what runs alone when it is brought up again', async () => {
      const before = await pids();
      expect(await stack('up')).toMatchObject({ code: 0 });
      expect(await pids()).toEqual(before);
    }, 60_000);

    test('comes up with its data after everything was killed', async () => {
      const { DATABASE_OWNER_URL = '', DATABASE_REPLICA_URLS = '' } = settings();
      await withClient(DATABASE_OWNER_URL, async (client) => {
        await client.query('CREATE SCHEMA kept');
        await client.query('GRANT USAGE ON SCHEMA kept TO plaza_app');
        await client.query('CREATE TABLE kept.things AS SELECT 7 AS thing');
        await client.query('GRANT SELECT ON kept.things TO plaza_app');
      });
      for (const pid of await pids()) if (pid !== null) process.kill(pid, 'SIGKILL');
      expect(await stack('status')).toMatchObject({ code: 1 });
      expect(await pids()).toEqual([null, null, null, null, null]);

      expect(await stack('up')).toMatchObject({ code: 0 });
      expect((await status()).healthy).toBe(true);
      await eventually(async () => {
        const read = await withClient(DATABASE_REPLICA_URLS, (client) => client.query('TABLE kept.things'));
        expect(read.rows).toEqual([{ thing: 7 }]);
      });
    }, 180_000);

    test('goes down, and its data goes when that is asked for', async () => {
      expect(await stack('down')).toMatchObject({ code: 0 });
      expect(await pids()).toEqual([null, null, null, null, null]);
      expect(existsSync(join(folder, 'stack.env'))).toBe(true);
      expect(await stack('down', '--purge')).toMatchObject({ code: 0 });
      expect(existsSync(join(folder, 'stack.env'))).toBe(false);
      expect(existsSync(join(folder, 'stack'))).toBe(false);
    }, 60_000);

    test('names the port that is taken and how to choose another, and starts nothing', async () => {
      const stranger = createServer();
      await new Promise<void>((listening) =>
        stranger.listen(Number(environment['PLAZA_STACK_REDIS_PORT']), '127.0.0.1', listening),
      );
      const { code, stderr } = await stack('up');
      await new Promise((closed) => stranger.close(closed));
      expect(code).toBe(1);
      expect(stderr).toContain(`process ${process.pid}`);
      expect(stderr).toContain('PLAZA_STACK_REDIS_PORT');
      expect(await pids()).toEqual([null, null, null, null, null]);
    });

    test('refuses a port that is none, and a command that there is not', async () => {
      environment = { ...environment, PLAZA_STACK_KAFKA_PORT: 'ninety' };
      expect((await stack('up')).stderr).toContain('PLAZA_STACK_KAFKA_PORT');
      expect(await stack('upwards')).toMatchObject({ code: 64 });
      expect(await stack('up', '--purge')).toMatchObject({ code: 64 });
    });
  });
});
