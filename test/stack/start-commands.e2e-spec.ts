/** The commands that containers start with, run as they are but without a container: each process gets ready, and ends in order. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@plaza/engines';
import { parse } from 'yaml';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';

const root = resolve(__dirname, '../..');
const settingsInContainer = '/secrets/plaza/plaza.env';
const processesMs = 120_000;
const readyMs = 60_000;

interface Service {
  command: string[];
  healthcheck: { test: string[] };
}

const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

let database: FreshDatabase;
let folder: string;
let settingsFile: string;
const children = new Set<ChildProcess>();
const endWithUs = () => {
  for (const child of children) child.kill('SIGKILL');
};

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'plaza-start-'));
  settingsFile = join(folder, 'plaza.env');
  const settings = { DATABASE_URL: database.appUrl, ...testKeys };
  writeFileSync(
    settingsFile,
    Object.entries(settings)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  );
  process.once('exit', endWithUs);
});

afterAll(async () => {
  endWithUs();
  process.off('exit', endWithUs);
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

/** The words of a command as a container gets them: `$$` stands for `$`. */
const inContainer = (words: readonly string[]) => words.map((word) => word.replaceAll('$$', '$'));

function start([program = '', ...args]: readonly string[], port: number) {
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'silent', PORT: String(port) };
  const ours = args.map((arg) => arg.replace(settingsInContainer, settingsFile));
  const child = spawn(program, ours, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  children.add(child);
  const ended = new Promise<{ code: number | null; said: string }>((done) => {
    child.once('close', (code) => {
      children.delete(child);
      done({ code, said });
    });
  });
  return { child, ended };
}

function isWell({ healthcheck }: Service, port: number): boolean {
  const [, program = '', ...args] = inContainer(healthcheck.test);
  const env = { PATH: process.env['PATH'], PORT: String(port) };
  return spawnSync(program, args, { env, timeout: 10_000 }).status === 0;
}

test.each(['api', 'payments', 'worker'])(
  'The container of %s gets ready, says so to its health check, and ends when it is told to',
  async (name) => {
    const service = services[name];
    if (!service) throw new Error(`There is no container ${name}`);
    const port = await freePort();
    expect(isWell(service, port)).toBe(false);
    const { child, ended } = start(service.command, port);
    await eventually(async () => {
      expect(isWell(service, port)).toBe(true);
    }, readyMs);
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, said: '' });
  },
  processesMs,
);
