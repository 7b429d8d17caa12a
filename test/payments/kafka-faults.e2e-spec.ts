/** The payment stream over a real Kafka, with everything wrong at the third party, and with a Kafka that has forgotten. */
import { randomUUID } from 'node:crypto';
import { freePort } from '@plaza/engines';
import type { AlarmView, CensusEntry } from '@plaza/payments';
import { Kafka, logLevel, type Admin, type Producer } from 'kafkajs';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { address, describeWith } from '#test/needs';
import {
  messagesSince,
  paymentsSince,
  SentAndKept,
  type SentMessage,
} from '../../chaos/support/sent-and-kept';
import { startSimulator } from '../../apps/gateway-simulator/src/simulator';
import { Stage, payment, sumOf } from './stage';

const startMs = 120_000;
const restMs = 120_000;

interface Sent {
  running: boolean;
  total: number;
  sentAgain: number;
  gateway: {
    byAnswer: Record<string, number>;
    payments: { asked: number; approved: number; refused: number; unanswered: number };
    refusedRequests: number;
    idempotencyKey: { missing: number; differing: number };
  };
  logs: { total: number; turnedAway: number };
}

function topicsOf(suffix: string) {
  return { KAFKA_ONLINE_TOPIC: `online-${suffix}`, KAFKA_OFFLINE_TOPIC: `offline-${suffix}` };
}

describeWith('kafka', 'A simulation in which everything goes wrong', () => {
  let stage: Stage;

  beforeAll(async () => {
    const suffix = randomUUID().slice(0, 8);
    const { KAFKA_ONLINE_TOPIC: onlineTopic, KAFKA_OFFLINE_TOPIC: offlineTopic } = topicsOf(suffix);
    const kafka = { brokers: address('kafka').split(','), onlineTopic, offlineTopic };
    const simulator = await startSimulator({
      port: await freePort(),
      seed: suffix,
      hangMsMax: 3_000,
      destination: { kafka },
    });
    stage = await Stage.start({
      simulator,
      variables: {
        ...topicsOf(suffix),
        KAFKA_BROKERS: address('kafka'),
        KAFKA_GROUP_PREFIX: `faults-${suffix}`,
        GATEWAY_TIMEOUT_MS: '500',
      },
    });
  }, startMs);

  afterAll(() => stage.end(), startMs);

  const told = async <T>(path: string) => (await (await fetch(`${stage.simulator.url}${path}`)).json()) as T;
  const sent = () => told<Sent>('/sent');

  it(
    'closes its census at every instant, gives every payment one effect and every failure one report',
    async () => {
      const shares = { approve: 0.6, refuse: 0.1, error: 0.1, timeout: 0.1, reset: 0.1 };
      await stage.scenario({ shares, nonAnswersMax: 1, log: { down: true } });
      await fetch(`${stage.simulator.url}/start?count=1000&seconds=10`);
      await untilReceived(400);
      expect((await stage.logged()).length).toBe(0);
      await stage.scenario({ shares, nonAnswersMax: 1 });
      await eventually(async () => {
        const [record, entries] = [await sent(), await closedCensus()];
        expect(record.running).toBe(false);
        expect(total(entries, 'received')).toBe(record.total + record.sentAgain);
        expect(total(entries, 'open')).toBe(0);
      }, restMs);
      const { gateway } = await sent();
      expect(gateway).toMatchObject({ refusedRequests: 0, idempotencyKey: { missing: 0, differing: 0 } });
      expect(gateway.byAnswer['timeout']).toBeGreaterThan(10);
      expect(gateway.byAnswer['reset']).toBeGreaterThan(10);

      await eventually(async () => {
        stage.world.clock.forwardSeconds(5);
        await stage.world.settle();
        const [owed] = await stage.world.rows<{ count: number }>(
          `SELECT count(*)::integer AS count FROM payments.error_reports WHERE ended_at IS NULL`,
        );
        expect(owed?.count).toBe(0);
      }, restMs);
      expect((await sent()).logs.turnedAway).toBeGreaterThan(0);
      await expectWhatWasSentIsKept();
    },
    3 * restMs,
  );

  /** Message by message, by the third party's own record. */
  async function expectWhatWasSentIsKept(): Promise<void> {
    const { world } = stage;
    const rows = <Row>(sql: string, parameters: unknown[]) => world.rows<Row>(sql, parameters);
    const ever = new Date(0);
    const record = await told<SentMessage[]>('/sent/messages?content=true');
    const words = new Map<string, 'approved' | 'refused'>();
    for (const id of new Set(record.map(({ paymentId }) => paymentId ?? 'none'))) {
      const { outcome } = await told<{ outcome?: string }>(`/payments/${id}`);
      if (outcome === 'approved' || outcome === 'refused') words.set(id, outcome);
    }
    const kept = await messagesSince(ever, rows, testKeys.SEALING_KEYS);
    const held = new SentAndKept(record, kept, (id) => words.get(id));
    expect(held.bytesThatDiffer()).toEqual([]);
    expect(held.outcomesThatDiffer()).toEqual([]);
    expect(held.paymentsThatDiffer(await paymentsSince(ever, rows))).toEqual([]);
    expect((await sent()).gateway.payments).toMatchObject({ asked: words.size, unanswered: 0 });
    const reports = (await stage.logged()).map((report) => ({
      paymentId: report.payment_id,
      description: report.error_description,
    }));
    expect(held.reportsThatDiffer(reports)).toEqual([]);
    expect(new Set(reports.map(({ description }) => description)).size).toBe(reports.length);
  }

  async function closedCensus(): Promise<CensusEntry[]> {
    const entries = await stage.census();
    for (const entry of entries) {
      expect(sumOf(entry)).toBe(entry.received);
      expect(entry).toMatchObject({ gaps: 0, firstOffset: 0, lastOffset: entry.received - 1 });
    }
    return entries;
  }

  const untilReceived = (count: number) =>
    eventually(async () => {
      expect(total(await closedCensus(), 'received')).toBeGreaterThanOrEqual(count);
    }, restMs);
});

describeWith('kafka', 'A Kafka that has forgotten', () => {
  let stage: Stage;
  let producer: Producer;
  let admin: Admin;
  const suffix = randomUUID().slice(0, 8);
  const topic = topicsOf(suffix).KAFKA_OFFLINE_TOPIC;
  const variables = () => ({
    ...topicsOf(suffix),
    KAFKA_BROKERS: address('kafka'),
    KAFKA_GROUP_PREFIX: `forgotten-${suffix}`,
  });

  beforeAll(async () => {
    const kafka = new Kafka({ brokers: address('kafka').split(','), logLevel: logLevel.NOTHING });
    [producer, admin] = [kafka.producer(), kafka.admin()];
    await Promise.all([producer.connect(), admin.connect()]);
    await create();
    stage = await Stage.start({ variables: variables() });
  }, startMs);

  afterAll(async () => {
    await Promise.all([producer.disconnect(), admin.disconnect()]);
    await stage.end();
  }, startMs);

  const create = () =>
    eventually(async () => {
      await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: true });
      await admin.fetchTopicOffsets(topic);
    }, restMs);
  const send = (count: number) =>
    producer.send({
      topic,
      messages: Array.from({ length: count }, () => ({ value: JSON.stringify(payment('offline')) })),
    });
  const received = (counts: Record<string, number>) =>
    eventually(async () => {
      const census = await stage.census();
      expect(Object.fromEntries(census.map((entry) => [entry.partition, entry.received]))).toEqual(counts);
      return census;
    }, restMs);
  const open = async () =>
    (await stage.staff.get<{ items: AlarmView[] }>('/v1/payments/alarms?acknowledged=false')).body.items;
  const restarted = async (whileAway: () => Promise<unknown>) => {
    const { simulator, database } = stage;
    const { clock } = stage.world;
    await stage.world.stop();
    await whileAway();
    stage = await Stage.start({ simulator, database, clock, variables: variables() });
  };

  it(
    'what was to be taken raises an alarm that names it, and the rest is taken',
    async () => {
      await send(5);
      await received({ 0: 5 });
      await restarted(async () => {
        await send(6);
        await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '9' }] });
      });
      const [entry] = await received({ 0: 7 });
      expect(entry).toMatchObject({ gaps: 4, missing: [{ from: 5, to: 8 }], lastOffset: 10 });
      expect(await open()).toMatchObject([{ kind: 'offsets-missing', firstOffset: 5, lastOffset: 8 }]);
      expect((await stage.world.anyone.get('/health/ready')).status).toBe(200);
    },
    3 * restMs,
  );

  it(
    'what was forgotten raises an alarm, too, while nothing comes after it, and one that is acknowledged is not raised again',
    async () => {
      const [known] = await open();
      await stage.staff.post(`/v1/payments/alarms/${String(known?.id)}/acknowledge`, { note: 'Seen' });
      await restarted(async () => {
        await send(3);
        await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: '-1' }] });
      });
      await stage.world.settle();
      expect(await open()).toMatchObject([
        { kind: 'offsets-missing', firstOffset: 11, lastOffset: 13, occurrences: 1 },
      ]);
      await stage.world.settle();
      expect((await open())[0]).toMatchObject({ occurrences: 1 });
    },
    3 * restMs,
  );

  it(
    'a whole topic that was made anew is taken from its beginning, apart from what came before',
    async () => {
      await restarted(async () => {
        await admin.deleteTopics({ topics: [topic] });
        await create();
        await eventually(() => send(4), restMs);
      });
      const census = await received({ 0: 7, 1_000_000: 4 });
      expect(census[1]).toMatchObject({ firstOffset: 0, gaps: 0, stored: 4 });
      expect((await open()).map(({ kind }) => kind)).toContain('topic-begun-anew');
    },
    3 * restMs,
  );
});

function total(
  entries: readonly CensusEntry[],
  outcome: keyof Pick<
    CensusEntry,
    'received' | 'open' | 'stored' | 'declined' | 'rejected' | 'parked' | 'conflicting'
  >,
): number {
  return entries.reduce((sum, entry) => sum + entry[outcome], 0);
}
