/**
 * Sees to it that topics exist before they are used, where Kafka creating them on first use would choose their partitions. A
 * new topic is not known to every part of a broker at once, so its metadata is asked for until it is there.
 */
import type { Admin, Kafka } from 'kafkajs';

const attemptsMax = 40;
const pauseMs = 250;

/**
 * Topics that are there already keep their partitions.
 * @throws when a new topic cannot be used after ten seconds
 */
export async function ensureTopics(
  kafka: Kafka,
  topics: readonly string[],
  partitions: number,
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    await admin.createTopics({
      topics: missing.map((topic) => ({ topic, numPartitions: partitions })),
      waitForLeaders: false, // that fails where the broker does not know the new topic at once
    });
    await untilKnown(admin, missing);
  } finally {
    await admin.disconnect();
  }
}

async function untilKnown(admin: Admin, topics: string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { topics: known } = await admin.fetchTopicMetadata({ topics });
      if (known.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0))) return;
      if (attempt === attemptsMax) throw new Error(`No leader for all of ${topics.join(', ')}`);
    } catch (error) {
      if (attempt === attemptsMax) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
