/** Separate processes over a real Kafka, and a `kill -9` of each part in the middle of the stream. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  APP_ROLE,
  ensurePlazaDatabase,
  freePort,
  keepPostgres,
  startKafka,
  withClient,
  type KafkaServer,
  type PostgresServer,
} from '@plaza/engines';
import { ensureTopics } from '@plaza/messaging';
import { migrate } from '@plaza/platform';
import { Kafka, logLevel } from 'kafkajs';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { describeWith } from '#test/needs';
import { PlazaProcess } from '#test/plaza-process';
import { schemas } from '../../apps/cli/src/schemas';

const messages = 1_000;
const overSeconds = 20;
const restMs = 120_000;

interface Sent {
  running: boolean;
  total: number;
  sentAgain: number;
  perCase: Record<string, number>;
}

describeWith('kafka', 'Killing any part in the middle of a thousand payments', () => {
  let folder: string;
  let postgres: PostgresServer;
  let kafka: KafkaServer;
  let ownerUrl: string;
  let simulator: PlazaProcess;
  const processes: PlazaProcess[] = [];

  const startBroker = async (port: number, controllerPort: number): Promise<KafkaServer> =>
    startKafka({
      folder: join(folder, 'kafka'),
      programsFolder: resolve(__dirname, '../../.plaza/programs'),
      port,
      controllerPort,
      shortLived: true,
    });
  const rows = <Row extends object>(sql: string): Promise<Row[]> =>
    withClient(ownerUrl, async (client) => (await client.query<Row>(sql)).rows);
  const simulated = async <T>(path: string): Promise<T> =>
    (await fetch(`${simulator.url}${path}`)).json() as Promise<T>;
  /** Waits until so many messages have come in, so that a kill hits the middle of the work. */
  const received = (count: number): Promise<void> =>
    eventually(async () => {
      const [found] = await rows<{ count: number }>(
        'SELECT count(*)::integer AS count FROM payments.messages',
      );
      expect(found?.count).toBeGreaterThanOrEqual(count);
    }, restMs);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plaza-chaos-'));
    postgres = await keepPostgres({ folder: join(folder, 'postgres'), port: await freePort() });
    const database = await ensurePlazaDatabase(postgres.url, 'plaza');
    ownerUrl = database.ownerUrl;
    await migrate(ownerUrl, APP_ROLE, schemas);
    await rows(
      `INSERT INTO payments.accounts (account_id, created_at) SELECT id, now() FROM generate_series(1, 2000) id`,
    );
    const [port, controllerPort] = [await freePort(), await freePort()];
    kafka = await startBroker(port, controllerPort);
    const client = new Kafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING });
    await ensureTopics(client, ['online', 'offline'], 3);
    simulator = await PlazaProcess.start('gateway-simulator', { KAFKA_BROKERS: kafka.brokers });
    const environment = {
      ...testKeys,
      DATABASE_URL: database.appUrl,
      KAFKA_BROKERS: kafka.brokers,
      GATEWAY_URL: simulator.url,
      ERROR_LOG_URL: simulator.url,
      GATEWAY_TIMEOUT_MS: '1000',
    };
    for (const app of ['payments', 'worker']) processes.push(await PlazaProcess.start(app, environment));
  }, 180_000);

  afterAll(async () => {
    await Promise.all([...processes, simulator].map((each) => each.stop()));
    await kafka.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }, 120_000);

  it(
    'loses no message, stores none twice and reports every failure once',
    async () => {
      const [payments, worker] = processes;
      await simulated(`/start?count=${String(messages)}&seconds=${String(overSeconds)}`);

      await received(100);
      await payments?.kill();
      await payments?.startAgain();

      await received(250);
      await worker?.kill();
      await worker?.startAgain();

      await received(400);
      process.kill(postgres.pid, 'SIGKILL');

      await received(550);
      process.kill(kafka.pid, 'SIGKILL');
      await kafka.stop(); // gives its folder back
      const { port } = kafka;
      kafka = await startBroker(port, await freePort());

      const sent = await eventually(async () => {
        const record = await simulated<Sent>('/sent');
        expect(record.running).toBe(false);
        return record;
      }, restMs);

      // At rest: everything that was sent is in the log, nothing is open, and nothing is owed to the error log.
      await eventually(async () => {
        const [state] = await rows<{ received: number; open: number; owed: number; waiting: number }>(
          `SELECT (SELECT count(*)::integer FROM payments.messages) AS received,
                  (SELECT count(*)::integer FROM payments.payments WHERE status = 'open') AS open,
                  (SELECT count(*)::integer FROM payments.error_reports WHERE ended_at IS NULL) AS owed,
                  (SELECT count(*)::integer FROM messaging.outbox) AS waiting`,
        );
        expect(state?.received).toBeGreaterThanOrEqual(sent.total);
        expect(state).toMatchObject({ open: 0, owed: 0, waiting: 0 });
      }, restMs).catch((error: unknown) => {
        throw new Error(processes.map(({ lastWords }) => lastWords).join('\n'), { cause: error });
      });

      await census(sent);
      await effects();
      await reports();
    },
    2 * restMs + 120_000,
  );

  async function census(sent: Sent): Promise<void> {
    const partitions = await rows<{ received: number; first: string; last: string }>(
      `SELECT count(*)::integer AS received, min(message_offset) AS first, max(message_offset) AS last
       FROM payments.messages GROUP BY topic, partition`,
    );
    for (const { received: count, first, last } of partitions)
      expect(Number(last) - Number(first) + 1).toBe(count);
    const byOutcome = await rows<{ outcome: string; count: number }>(
      'SELECT outcome, count(*)::integer AS count FROM payments.messages GROUP BY outcome',
    );
    const of = (outcome: string) => byOutcome.find((row) => row.outcome === outcome)?.count ?? 0;
    const all = byOutcome.reduce((sum, { count }) => sum + count, 0);
    // What the simulator had to send again, not knowing whether it had arrived, may have arrived twice.
    expect(all).toBeGreaterThanOrEqual(sent.total);
    expect(all).toBeLessThanOrEqual(sent.total + sent.sentAgain);
    expect(of('conflicting')).toBe(sent.perCase['conflicting']);
    expect(of('parked')).toBe(sent.perCase['account-unknown']);
    expect(of('open')).toBe(0);
  }

  async function effects(): Promise<void> {
    const [payments] = await rows<{ distinct: number; payments: number }>(
      `SELECT count(DISTINCT payment_id)::integer AS distinct,
              (SELECT count(*)::integer FROM payments.payments) AS payments
       FROM payments.messages WHERE outcome IN ('stored', 'declined', 'parked')`,
    );
    expect(payments?.payments).toBe(payments?.distinct);
    const { gateway } = await simulated<{
      gateway: { payments: { approved: number; malformed: number; refused: number } };
    }>('/sent');
    const [online] = await rows<{ stored: number; declined: number }>(
      `SELECT count(*) FILTER (WHERE status = 'stored')::integer AS stored,
              count(*) FILTER (WHERE status = 'declined')::integer AS declined
       FROM payments.payments WHERE type = 'online'`,
    );
    expect(online).toEqual({ stored: gateway.payments.approved, declined: gateway.payments.refused });
  }

  async function reports(): Promise<void> {
    const logged = await simulated<{ payment_id: string | null; error_description: string }[]>('/logs');
    const [owed] = await rows<{ count: number }>(
      'SELECT count(*)::integer AS count FROM payments.error_reports',
    );
    expect(logged).toHaveLength(owed?.count ?? -1);
    const named = logged
      .filter(({ payment_id: id }) => id !== null && id !== '')
      .map((entry) => JSON.stringify(entry.payment_id) + entry.error_description);
    expect(new Set(named).size).toBe(named.length);
    const failed = await rows<{ id: string }>(
      `SELECT DISTINCT payment_id::text AS id FROM payments.messages
       WHERE outcome IN ('declined', 'rejected', 'parked', 'conflicting') AND payment_id IS NOT NULL`,
    );
    const told = new Set(logged.map(({ payment_id: id }) => id));
    for (const { id } of failed) expect(told).toContain(id);
  }
});
