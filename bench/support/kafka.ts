/** A real Kafka for the payment benchmarks, with topics filled beforehand, and a view of how far its readers have come. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EngineUnavailable, startKafka, type KafkaServer } from '@plaza/engines';
import { ensureTopics } from '@plaza/messaging';
import { Kafka, KafkaJSError, logLevel, Partitioners } from 'kafkajs';
import { Unavailable, type Workshop } from './benchmark';
import { filesFolder } from './folders';
import { freePort } from './ports';

const pollMs = 250;
/** A reader that stands still for so long has failed. */
const standstillMsMax = 60_000;
const sendMax = 2_000;

/** Starts an empty Kafka; it and its data are gone when the benchmark ends. @throws Unavailable */
export async function startBroker({ running, say }: Workshop): Promise<KafkaServer> {
  const folder = join(filesFolder(), 'kafka');
  rmSync(folder, { recursive: true, force: true });
  const [port, controllerPort] = [await freePort(), await freePort()];
  try {
    return await running.start('Kafka', async () => {
      const programsFolder = resolve(filesFolder(), '..', 'programs');
      const kafka = await startKafka({ folder, port, controllerPort, programsFolder, log: say });
      return {
        ...kafka,
        stop: async () => {
          await kafka.stop();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    });
  } catch (error) {
    if (error instanceof EngineUnavailable) throw new Unavailable(error.message);
    throw error;
  }
}

/** Silent: what goes wrong is thrown as well. */
export function kafkaClient(brokers: string): Kafka {
  return new Kafka({ clientId: 'bench', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
}

/** Puts the values on a new topic, evenly over its partitions. */
export async function fillTopic(
  brokers: string,
  { topic, partitions }: { topic: string; partitions: number },
  values: Iterable<string>,
): Promise<void> {
  await ensureTopics(kafkaClient(brokers), [topic], partitions);
  const producer = kafkaClient(brokers).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    let messages: { value: string; partition: number }[] = [];
    let count = 0;
    for (const value of values) {
      messages.push({ value, partition: count % partitions });
      count += 1;
      if (messages.length === sendMax) {
        await producer.send({ topic, messages });
        messages = [];
      }
    }
    if (messages.length > 0) await producer.send({ topic, messages });
  } finally {
    await producer.disconnect();
  }
}

/** Waits until the groups whose names begin so have committed `count` messages of the topic. */
export async function untilCommitted(
  brokers: string,
  { topic, groupPrefix, count }: { topic: string; groupPrefix: string; count: number },
): Promise<void> {
  const admin = kafkaClient(brokers).admin();
  await admin.connect();
  try {
    let committed = 0;
    let movedAt = performance.now();
    while (committed < count) {
      await new Promise((resume) => setTimeout(resume, pollMs));
      const now = await committedBy(admin, topic, groupPrefix).catch(knownAgainLater);
      if (now > committed) movedAt = performance.now();
      committed = Math.max(committed, now);
      if (performance.now() - movedAt > standstillMsMax) {
        throw new Error(`The readers of ${topic} stand still at ${committed} of ${count} messages`);
      }
    }
  } finally {
    await admin.disconnect();
  }
}

/** While a group's coordinator is busy with something else nobody can say how far the group is. */
function knownAgainLater(error: unknown): number {
  if (error instanceof KafkaJSError && error.retriable) return 0;
  throw error;
}

async function committedBy(
  admin: ReturnType<Kafka['admin']>,
  topic: string,
  groupPrefix: string,
): Promise<number> {
  const { groups } = await admin.listGroups();
  const ours = groups.map(({ groupId }) => groupId).filter((groupId) => groupId.startsWith(groupPrefix));
  const offsets = await Promise.all(ours.map((groupId) => admin.fetchOffsets({ groupId, topics: [topic] })));
  return offsets
    .flat()
    .flatMap(({ partitions }) => partitions)
    .reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
}

/** How many messages the groups that read here have not committed yet. */
export async function behind(brokers: string): Promise<number> {
  const admin = kafkaClient(brokers).admin();
  await admin.connect();
  try {
    const { groups } = await admin.listGroups();
    const read = await Promise.all(groups.map(({ groupId }) => admin.fetchOffsets({ groupId })));
    const places = read.flat().flatMap(({ topic, partitions }) => partitions.map((at) => ({ topic, ...at })));
    const topics = [...new Set(places.map(({ topic }) => topic))];
    const ends = new Map<string, number>();
    for (const topic of topics)
      for (const { partition, high } of await admin.fetchTopicOffsets(topic))
        ends.set(`${topic} ${partition}`, Number(high));
    return places.reduce(
      (sum, { topic, partition, offset }) =>
        sum + (ends.get(`${topic} ${partition}`) ?? 0) - Math.max(0, Number(offset)),
      0,
    );
  } finally {
    await admin.disconnect();
  }
}
