/** `npm start` and, beside it, the commands of `plaza`: on one machine nobody has to tell them where Plaza is. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@plaza/engines';
import { eventually } from '#test/eventually';

const run = resolve(__dirname, '../../scripts/run.mjs');
const startWithinMs = 60_000;
const password = 'a long pass phrase for one';

describe('The commands beside npm start', () => {
  let folder: string;
  let url: string;
  let standalone: ChildProcess;
  let ended: Promise<number | null>;

  const variables = () => ({ PATH: process.env['PATH'], PLAZA_DATA_DIR: folder });
  const plaza = (...args: string[]): Promise<{ failed: boolean; stdout: string; stderr: string }> =>
    new Promise((done) => {
      const env = { ...variables(), PLAZA_ADMIN_PASSWORD: password };
      execFile(process.execPath, [run, 'cli', ...args], { env }, (error, stdout, stderr) => {
        done({ failed: error !== null, stdout, stderr });
      });
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plaza-standalone-'));
    // A stack was used here before and is down.
    await writeFile(join(folder, 'stack.env'), 'DATABASE_URL="postgresql://nobody@127.0.0.1:9/plaza"\n');
    const [port, simulatorPort] = [await freePort(), await freePort()];
    url = `http://127.0.0.1:${String(port)}`;
    standalone = spawn(process.execPath, [run, 'standalone'], {
      env: {
        ...{ ...variables(), PLAZA_DEMO: '0' },
        ...{ PORT: String(port), SIMULATOR_PORT: String(simulatorPort) },
      },
      stdio: 'ignore',
    });
    process.once('exit', () => standalone.kill('SIGTERM'));
    ended = new Promise((done) => standalone.once('exit', done));
    await eventually(async () => {
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    }, startWithinMs);
  }, 2 * startWithinMs);

  afterAll(async () => {
    standalone.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  it('work on the Plaza that runs: an administrator who is created can sign in', async () => {
    const created = await plaza('create-admin', '--username', 'ada', '--email', 'ada@example.org');
    expect(created).toMatchObject({ failed: false, stdout: 'ada can sign in as an administrator\n' });

    const answer = await fetch(`${url}/v1/identity/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'ada', password }),
    });
    expect(answer.status).toBe(200);
  });

  it('find what they need in a file that only its owner may read, and that is gone when Plaza has ended', async () => {
    const file = join(folder, 'standalone.env');
    expect(statSync(file).mode & 0o777).toBe(0o600);

    standalone.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(file)).toBe(false);
    expect((await plaza('census')).stderr).toContain('SEALING_KEYS is not set');
  });
});
