/** What the stack and other tests rely on: a Kafka of one's own that keeps what it was given, whatever happens to it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  FolderInUse,
  freePort,
  isKafkaAnswering,
  PortTaken,
  startKafka,
  type KafkaOptions,
  type KafkaServer,
} from '@plaza/engines';
import { ensureTopics } from '@plaza/messaging';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { describeWith } from '#test/needs';

const messages = 500;
const oneMegabyte = 1024 * 1024;

function client({ brokers }: KafkaServer): Kafka {
  return new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING });
}

async function send(server: KafkaServer, topic: string, values: string[]): Promise<void> {
  const producer = client(server).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic, acks: -1, messages: values.map((value) => ({ value })) });
  await producer.disconnect();
}

async function received(server: KafkaServer, topic: string, count: number): Promise<string[]> {
  const consumer = client(server).consumer({ groupId: `reader-of-${topic}`, maxWaitTimeInMs: 100 });
  const values: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((done) => {
    void consumer.run({
      eachMessage: ({ message }) => {
        values.push(message.value?.toString() ?? '');
        if (values.length === count) done();
        return Promise.resolve();
      },
    });
  });
  await consumer.disconnect();
  return values;
}

describeWith('kafka', 'A broker of our own', () => {
  let options: KafkaOptions;
  let server: KafkaServer;

  beforeAll(async () => {
    options = {
      folder: await mkdtemp(join(tmpdir(), 'plaza-kafka-')),
      programsFolder: resolve(__dirname, '../../.plaza/programs'),
      port: await freePort(),
      controllerPort: await freePort(),
      shortLived: true,
    };
    server = await startKafka(options);
  }, 120_000);

  afterAll(async () => {
    await server.stop();
    await rm(options.folder, { recursive: true, force: true });
  });

  test('makes topics with the partitions asked for, once', async () => {
    expect(await ensureTopics(client(server), ['orders', 'returns'], 3)).toEqual(['orders', 'returns']);
    expect(await ensureTopics(client(server), ['orders'], 3)).toEqual([]);
    const admin = client(server).admin();
    await admin.connect();
    expect(await admin.fetchTopicOffsets('orders')).toHaveLength(3);
    await admin.disconnect();
  });

  test('keeps every message when it is killed', async () => {
    const sent = Array.from({ length: messages }, (_, at) => `message ${at}`);
    await send(server, 'orders', sent);
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    expect(await isKafkaAnswering(server.brokers)).toBe(false);
    await server.stop();
    server = await startKafka(options);
    expect((await received(server, 'orders', messages)).sort()).toEqual(sent.sort());
  }, 120_000);

  test('takes a message of a megabyte, to a topic that nobody has made', async () => {
    const large = 'x'.repeat(oneMegabyte);
    await send(server, 'large', [large]);
    expect(await received(server, 'large', 1)).toEqual([large]);
  }, 60_000);

  test('gives neither its folder nor its port to another', async () => {
    await expect(startKafka(options)).rejects.toThrow(FolderInUse);
    const elsewhere = { ...options, folder: join(options.folder, 'another') };
    await expect(startKafka(elsewhere)).rejects.toThrow(PortTaken);
  });
});
