/** `plaza check --deploy` on real engines: what a sound database passes, and what is found where it was spoilt. */
import { OWNER_ROLE, withClient } from '@plaza/engines';
import { UsersService } from '@plaza/identity';
import { PaymentsService } from '@plaza/payments';
import { randomBytes, randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { serverUrl } from '#test/database';
import { address, describeWith } from '#test/needs';
import { World } from '#test/world';
import { RunningCommand, type Ended } from './command';

interface Result {
  check: string;
  verdict: string;
  found: string[];
}

/** Every command is a process of its own. */
const commandsMs = 120_000;

let world: World;

beforeAll(async () => {
  world = await World.start({ processes: ['api'] });
  const somebody = { username: 'ines', email: 'ines@example.org', password: 'nobody else knows this' };
  await world.app.get(UsersService).createStaff({ ...somebody, fullName: 'Ines', role: 'admin' });
  await world.app.get(PaymentsService).receive([
    {
      topic: 'online',
      partition: 0,
      offset: 0n,
      key: null,
      headers: {},
      value: Buffer.from('whatever it is, it is kept'),
      timestamp: new Date('2026-01-01T10:00:00Z'),
    },
  ]);
});

afterAll(() => world.end());

const inProduction = {
  NODE_ENV: 'production',
  ...{ GATEWAY_URL: 'https://gateway.example.org', ERROR_LOG_URL: 'https://errors.example.org' },
};

function check(variables: Record<string, string> = {}, ...options: string[]): Promise<Ended> {
  return new RunningCommand(world, ['check', '--deploy', ...options], { ...inProduction, ...variables })
    .ended;
}

async function results(variables: Record<string, string> = {}): Promise<Map<string, Result>> {
  const { code, stdout, stderr } = await check(variables, '--json');
  const report = JSON.parse(stdout || `{"checks":[],"stderr":${JSON.stringify(stderr)}}`) as {
    sound: boolean;
    checks: Result[];
  };
  expect(code).toBe(report.sound ? 0 : 1);
  return new Map(report.checks.map((result) => [result.check, result]));
}

const withVerdict = (all: Map<string, Result>, ...verdicts: string[]) =>
  [...all.values()].filter(({ verdict }) => verdicts.includes(verdict)).map(({ check: name }) => name);

/** As the superuser, in the database of this test. */
function superuserUrl(): string {
  const url = new URL(serverUrl());
  url.pathname = new URL(world.database.appUrl).pathname;
  return url.toString();
}

const spoil = (sql: string) => withClient(superuserUrl(), (superuser) => superuser.query(sql));

describe('A deployment', () => {
  it(
    'gets no demo data, also not by hand',
    async () => {
      const { code, stderr } = await new RunningCommand(world, ['seed'], inProduction).ended;
      expect([code, stderr]).toEqual([
        1,
        'Demo data is never loaded in production (cli.no-demo-in-production)\n',
      ]);
      const { body } = await world.anyone.get('/v1/catalog/products');
      expect(body.items).toEqual([]);
    },
    commandsMs,
  );

  it(
    'that is sound but for a database that waits for no disk is found nothing else against',
    async () => {
      const all = await results();
      expect(withVerdict(all, 'fault', 'unknown')).toEqual(['database.durable']);
      expect(all.get('database.durable')?.found).toEqual([
        'fsync is off',
        'full_page_writes is off',
        'synchronous_commit is off',
      ]);
    },
    commandsMs,
  );

  it(
    'that was spoilt in many ways is told all of them at once, with what mends them',
    async () => {
      const demo = { username: 'admin', email: 'admin@example.org', password: 'demo-plaza-admin' };
      await world.app.get(UsersService).createStaff({ ...demo, fullName: 'Alma', role: 'admin' });
      await spoil(`
        GRANT UPDATE ON loyalty.entries TO plaza_app;
        GRANT DELETE ON audit.log TO plaza_app;
        GRANT CREATE ON SCHEMA orders TO plaza_app;
        ALTER TABLE loyalty.entries NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE catalog.categories OWNER TO plaza_app;
        DELETE FROM transfers.migrations;
      `);
      const all = await results({ SEALING_KEYS: randomBytes(32).toString('base64') });
      expect(withVerdict(all, 'fault', 'unknown').sort()).toEqual([
        'database.durable',
        'database.migrated',
        'keys.open-what-is-kept',
        'logins.none-known',
        'roles.history-stays',
        'roles.owns-nothing',
        'roles.row-security',
        'roles.rows-only',
      ]);
      const foundBy = (name: string) => all.get(name)?.found.join('\n') ?? '';
      expect(foundBy('logins.none-known')).toBe('admin can be signed in with the password of the demo data');
      expect(foundBy('roles.history-stays')).toContain('audit.log');
      expect(foundBy('roles.history-stays')).toContain('loyalty.entries');
      expect(foundBy('roles.row-security')).toContain('loyalty.entries');
      expect(foundBy('database.migrated')).toContain('transfers: ');
      expect(foundBy('keys.open-what-is-kept')).toBe('the message online/0/0 cannot be opened');

      const { code, stdout } = await check();
      expect(code).toBe(1);
      expect(stdout).toMatch(/^FAULT logins\.none-known\n {2}admin can be/m);
      expect(stdout).toMatch(/^ {2}mend: Start with an empty database/m);
      expect(stdout).not.toContain('demo-plaza-admin');
      await spoil(`ALTER TABLE catalog.categories OWNER TO ${OWNER_ROLE}`);
    },
    commandsMs,
  );

  it(
    'whose processes work as a superuser is told so',
    async () => {
      const all = await results({ DATABASE_URL: superuserUrl() });
      expect(all.get('roles.powerless')?.found).toEqual(
        expect.arrayContaining(['postgres: superuser', 'postgres: bypasses row security']),
      );
    },
    commandsMs,
  );

  it(
    'whose engines cannot be asked is not sound, and no password is told',
    async () => {
      const away = 'postgresql://plaza_app:do-not-tell@127.0.0.1:1/plaza';
      const { code, stdout, stderr } = await check(
        { DATABASE_URL: away, DATABASE_REPLICA_URLS: away, REDIS_URL: 'redis://:do-not-tell@127.0.0.1:1' },
        '--json',
      );
      const { checks } = JSON.parse(stdout) as { checks: Result[] };
      const unknown = checks.filter(({ verdict }) => verdict === 'unknown').map(({ check: name }) => name);
      expect(code).toBe(1);
      expect(unknown).toEqual(
        expect.arrayContaining([
          'database.migrated',
          'replicas.follow',
          'redis.bounded',
          'logins.none-known',
        ]),
      );
      expect(stdout + stderr).not.toContain('do-not-tell');
    },
    commandsMs,
  );

  it(
    'whose replica is none is told so',
    async () => {
      const all = await results({ DATABASE_REPLICA_URLS: world.database.appUrl });
      expect(all.get('replicas.follow')).toMatchObject({ verdict: 'fault' });
      expect(all.get('replicas.follow')?.found.join()).toMatch(/is no replica$/);
    },
    commandsMs,
  );
});

describeWith('redis', 'A deployment', () => {
  it(
    'is asked whether its Redis has a password, a limit and lets go of something',
    async () => {
      const all = await results({ REDIS_URL: address('redis') });
      expect(all.get('redis.password')?.verdict).toBe(
        new URL(address('redis')).password === '' ? 'fault' : 'passed',
      );
      expect(withVerdict(all, 'unknown')).toEqual([]);
      expect([...all.keys()]).toEqual(expect.arrayContaining(['redis.bounded', 'redis.evicts']));
    },
    commandsMs,
  );
});

describeWith('kafka', 'A deployment', () => {
  const topic = `check-${randomUUID()}`;
  const variables = () => ({
    KAFKA_BROKERS: address('kafka'),
    KAFKA_ONLINE_TOPIC: topic,
    KAFKA_OFFLINE_TOPIC: `${topic}-offline`,
  });

  beforeAll(async () => {
    const brokers = address('kafka').split(',');
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const configEntries = [
      { name: 'retention.ms', value: '3600000' },
      { name: 'cleanup.policy', value: 'compact' },
      { name: 'unclean.leader.election.enable', value: 'true' },
    ];
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] });
    await admin.disconnect();
  });

  it(
    'is told of topics that are missing, forget, are compacted or have one copy',
    async () => {
      const all = await results(variables());
      const foundBy = (name: string) => all.get(name)?.found ?? [];
      expect(foundBy('kafka.topics')).toEqual([`there is no topic ${topic}-offline`]);
      expect(foundBy('kafka.brokers')).toEqual(['1 of 3 brokers answer']);
      expect(foundBy('kafka.copies')).toContain(`${topic} has 1 of 3 copies`);
      expect(foundBy('kafka.copies')).toContain(`${topic} confirms a message that 1 broker has`);
      expect(foundBy('kafka.retention')).toEqual(
        expect.arrayContaining([
          `${topic} forgets after 1 hours`,
          `${topic} is compacted: of the messages with one key it keeps the last`,
        ]),
      );
      expect(foundBy('kafka.elections')).toContain(`${topic} lets a copy lead that was not in step`);
      expect(all.get('kafka.in-sync')?.verdict).toBe('passed');
      expect(all.get('kafka.login')?.verdict).toBe('fault');
    },
    commandsMs,
  );
});
