/**
 * Sees to it that topics exist before they are used, where Kafka creating them on first use would choose their partitions. A
 * new topic cannot be used at once, so it is asked for its offsets until it answers.
 */
import type { Admin, Kafka } from 'kafkajs';

const attemptsMax = 40;
const pauseMs = 250;

/**
 * Topics that are there already keep their partitions.
 * @returns those that were made
 * @throws when a new topic cannot be used after ten seconds
 */
export async function ensureTopics(
  kafka: Kafka,
  topics: readonly string[],
  partitions: number,
): Promise<string[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length === 0) return [];
    await admin.createTopics({
      topics: missing.map((topic) => ({ topic, numPartitions: partitions })),
      waitForLeaders: false, // that fails where the broker does not know the new topic at once
    });
    await untilUsable(admin, missing);
    return missing;
  } finally {
    await admin.disconnect();
  }
}

/** Their partitions tell offsets: then they can be written and read. */
async function untilUsable(admin: Admin, topics: string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      for (const topic of topics) await admin.fetchTopicOffsets(topic);
      return;
    } catch (error) {
      if (attempt === attemptsMax) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
