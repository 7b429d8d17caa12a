// Creates topics with the number of partitions we want, where Kafka creating them on first use would choose for us.
import { Kafka, logLevel } from 'kafkajs';

const CONNECT_WITHIN_MS = 3_000;

/** Sees to it that these topics exist; one that is there already keeps its partitions. Returns those that were created. */
export const ensureTopics = async (
  brokers: string,
  topics: readonly string[],
  partitions: number,
): Promise<string[]> => {
  const admin = new Kafka({
    clientId: 'plaza-engines',
    brokers: brokers.split(','),
    connectionTimeout: CONNECT_WITHIN_MS,
    logLevel: logLevel.NOTHING,
  }).admin();
  try {
    await admin.connect();
    const known = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !known.has(topic));
    if (missing.length > 0) {
      await admin.createTopics({
        topics: missing.map((topic) => ({ topic, numPartitions: partitions })),
        waitForLeaders: true,
      });
    }
    return missing;
  } finally {
    await admin.disconnect();
  }
};
