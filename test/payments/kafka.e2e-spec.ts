/** The payment stream over Kafka: the offsets are Kafka's own, and what is delivered again is known. */
import { randomUUID } from 'node:crypto';
import { unframeMessage } from '@plaza/payments';
import { Sealing, type Sealed } from '@plaza/platform';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { eventually } from '#test/eventually';
import { address, describeWith } from '#test/needs';
import { World } from '#test/world';
import { Stage, payment, sumOf } from './stage';

const partitions = 3;

describeWith('kafka', 'The payment stream', () => {
  let stage: Stage;
  let producer: Producer;
  let kafka: Kafka;
  let variables: Record<string, string>;

  beforeAll(async () => {
    kafka = new Kafka({ brokers: address('kafka').split(','), logLevel: logLevel.NOTHING });
    const suffix = randomUUID().slice(0, 8);
    variables = {
      KAFKA_BROKERS: address('kafka'),
      KAFKA_GROUP_PREFIX: `payments-${suffix}`,
      KAFKA_ONLINE_TOPIC: `online-${suffix}`,
      KAFKA_OFFLINE_TOPIC: `offline-${suffix}`,
    };
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: [`online-${suffix}`, `offline-${suffix}`].map((topic) => ({
        topic,
        numPartitions: partitions,
      })),
    });
    await admin.disconnect();
    producer = kafka.producer();
    await producer.connect();
    stage = await Stage.start({ variables });
    await stage.scenario({ shares: { approve: 1 } });
  }, 120_000);

  afterAll(async () => {
    await producer.disconnect();
    await stage.end();
  }, 60_000);

  const send = (topic: 'online' | 'offline', messages: readonly (object | string)[]) =>
    producer.send({
      topic: variables[topic === 'online' ? 'KAFKA_ONLINE_TOPIC' : 'KAFKA_OFFLINE_TOPIC'] ?? topic,
      messages: messages.map((message) => ({
        value: typeof message === 'string' ? message : JSON.stringify(message),
        headers: { till: '7' },
      })),
    });

  const received = async (count: number) =>
    eventually(async () => {
      const census = await stage.census();
      expect(census.reduce((sum, entry) => sum + entry.received, 0)).toBe(count);
      expect(census.reduce((sum, entry) => sum + entry.open, 0)).toBe(0);
      for (const entry of census) {
        expect(sumOf(entry)).toBe(entry.received);
        expect(entry).toMatchObject({ firstOffset: 0, lastOffset: entry.received - 1, gaps: 0 });
      }
      return census;
    }, 40_000);

  it('is taken from every partition of both topics, under their names in Plaza', async () => {
    for (let batch = 0; batch < 6; batch += 1) {
      await send(
        'offline',
        Array.from({ length: 50 }, () => payment('offline')),
      );
      await send(
        'online',
        Array.from({ length: 20 }, () => payment('online')),
      );
    }
    await send('offline', ['no json', { ...payment('offline'), note: 'x'.repeat(900_000) }]);
    const census = await received(422);
    expect(new Set(census.map(({ topic }) => topic))).toEqual(new Set(['online', 'offline']));
    expect(census.reduce((sum, entry) => sum + entry.stored, 0)).toBe(421);
    expect(census.reduce((sum, entry) => sum + entry.rejected, 0)).toBe(1);
  }, 60_000);

  it('that is delivered again from the beginning changes nothing', async () => {
    const before = await stage.census();
    await stage.world.app.close();
    // Another group begins at the beginning, as a group does whose offsets were lost.
    const again = await Stage.start({
      database: stage.database,
      simulator: stage.simulator,
      clock: stage.world.clock,
      variables: { ...variables, KAFKA_GROUP_PREFIX: `${variables['KAFKA_GROUP_PREFIX'] ?? ''}-again` },
    });
    stage = again;
    const marker = payment('offline');
    for (let partition = 0; partition < partitions; partition += 1) {
      await producer.send({
        topic: variables['KAFKA_OFFLINE_TOPIC'] ?? '',
        messages: [{ partition, value: JSON.stringify({ ...marker, payment_id: randomUUID() }) }],
      });
    }
    const after = await received(425);
    for (const entry of after) {
      const earlier = before.find(
        ({ topic, partition }) => topic === entry.topic && partition === entry.partition,
      );
      expect(entry.duplicate).toBe(earlier?.duplicate);
    }
  }, 90_000);

  it('is shared by two processes, and one that leaves in the middle takes nothing with it', async () => {
    const second = await World.start({
      database: stage.database,
      clock: stage.world.clock,
      processes: ['payments'],
      variables: {
        ...variables,
        KAFKA_GROUP_PREFIX: `${variables['KAFKA_GROUP_PREFIX'] ?? ''}-again`,
        GATEWAY_URL: stage.simulator.url,
        ERROR_LOG_URL: stage.simulator.url,
      },
    });
    for (let batch = 0; batch < 10; batch += 1) {
      await send(
        'offline',
        Array.from({ length: 100 }, () => payment('offline')),
      );
      if (batch === 5) await second.stop();
    }
    const census = await received(1_425);
    expect(census.reduce((sum, entry) => sum + entry.stored, 0)).toBe(1_424);
    expect(census.reduce((sum, entry) => sum + entry.duplicate + entry.conflicting, 0)).toBe(0);
  }, 90_000);

  it("keeps Kafka's key, headers and value, sealed", async () => {
    const sound = payment('offline');
    await producer.send({
      topic: variables['KAFKA_OFFLINE_TOPIC'] ?? '',
      messages: [{ key: 'till-7', value: JSON.stringify(sound), headers: { trace: 'abc' } }],
    });
    const [row] = await eventually(async () => {
      const rows = await stage.world.rows<{ sealed: Sealed }>(
        'SELECT sealed FROM payments.messages WHERE payment_id = $1',
        [sound.payment_id],
      );
      expect(rows).toHaveLength(1);
      return rows;
    });
    if (!row) throw new Error('The message is not there');
    expect(unframeMessage(stage.world.app.get(Sealing).open(row.sealed))).toEqual({
      key: Buffer.from('till-7'),
      value: Buffer.from(JSON.stringify(sound)),
      headers: [['trace', Buffer.from('abc')]],
    });
  });
});
