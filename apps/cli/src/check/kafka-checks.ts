/** Kafka: whether it keeps what it was given, on more than one machine and for long enough. */
import type { Settings } from '@plaza/platform';
import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { foundWhere, type Check } from './check';
import type { Deployment } from './deployment';

const copiesMin = 3;
const inSyncMin = 2;
const hourMs = 3_600_000;
/** A weekend, and somebody who looks on Monday. */
const keptHoursMin = 72;

const isConfigured = ({ kafka }: Settings) => kafka !== undefined;

export const kafkaChecks: Check[] = [
  {
    name: 'kafka.login',
    weight: 'fault',
    why: 'Whoever reaches brokers that let everybody in can put payments on the stream.',
    mend: 'Set KAFKA_USERNAME and KAFKA_PASSWORD (SCRAM-SHA-512), and let brokers refuse everybody else.',
    concerns: isConfigured,
    look: ({ settings: { kafka } }) => foundWhere(kafka?.login === undefined, 'KAFKA_USERNAME is not set'),
  },
  {
    name: 'kafka.brokers',
    weight: 'warning',
    why: 'With fewer than three brokers the loss of one stops the stream, or loses what only it had.',
    mend: 'Run three brokers or more, in different places.',
    concerns: isConfigured,
    look: async (deployment) => {
      const { brokers } = await (await deployment.kafka()).describeCluster();
      return foundWhere(brokers.length < copiesMin, `${brokers.length} of ${copiesMin} brokers answer`);
    },
  },
  {
    name: 'kafka.topics',
    weight: 'fault',
    why: 'A topic that comes into being by its first message has as many partitions and copies as the broker happens to give.',
    mend: 'Create the topics that KAFKA_ONLINE_TOPIC and KAFKA_OFFLINE_TOPIC name.',
    concerns: isConfigured,
    look: async (deployment) => {
      const there = new Set(await (await deployment.kafka()).listTopics());
      return paymentTopics(deployment.settings)
        .filter((topic) => !there.has(topic))
        .map((topic) => `there is no topic ${topic}`);
    },
  },
  {
    name: 'kafka.copies',
    weight: 'fault',
    why: 'A message that one broker alone has is lost with it.',
    mend: `Give every topic ${copiesMin} copies and min.insync.replicas=${inSyncMin}.`,
    concerns: isConfigured,
    look: async (deployment) => [...(await fewCopies(deployment)), ...(await confirmedTooEarly(deployment))],
  },
  {
    name: 'kafka.in-sync',
    weight: 'warning',
    why: 'A copy that does not follow is none.',
    mend: 'See to the brokers that are away or slow.',
    concerns: isConfigured,
    look: async (deployment) =>
      (await topicsOf(deployment)).flatMap(({ name, partitions }) => {
        const behind = partitions.filter(({ isr, replicas }) => isr.length < replicas.length).length;
        return foundWhere(behind > 0, `${name}: ${behind} partitions have copies that do not follow`);
      }),
  },
  {
    name: 'kafka.retention',
    weight: 'fault',
    why: 'What Kafka forgets before it was taken is never taken: plaza census shows it as gaps.',
    mend: `Set retention.ms of at least ${keptHoursMin} hours, retention.bytes=-1 and cleanup.policy=delete.`,
    concerns: isConfigured,
    look: async (deployment) =>
      (await settingsOfTopics(deployment)).flatMap(({ topic, of }) => [
        ...foundWhere(
          forgetsWithin(of.get('retention.ms')),
          `${topic} forgets after ${Math.floor(Number(of.get('retention.ms')) / hourMs)} hours`,
        ),
        ...foundWhere(
          Number(of.get('retention.bytes') ?? -1) >= 0,
          `${topic} forgets by size, however young a message is`,
        ),
        ...foundWhere(
          of.get('cleanup.policy')?.includes('compact') === true,
          `${topic} is compacted: of the messages with one key it keeps the last`,
        ),
      ]),
  },
  {
    name: 'kafka.elections',
    weight: 'fault',
    why: 'A leader that was not in step takes away what the others had confirmed.',
    mend: 'Set unclean.leader.election.enable=false.',
    concerns: isConfigured,
    look: async (deployment) =>
      (await settingsOfTopics(deployment)).flatMap(({ topic, of }) =>
        foundWhere(
          of.get('unclean.leader.election.enable') === 'true',
          `${topic} lets a copy lead that was not in step`,
        ),
      ),
  },
];

function paymentTopics({ kafka }: Settings): string[] {
  return Object.values(kafka?.topicNames ?? {});
}

/** Of the payment stream and of Plaza's own events, as far as they are there. */
async function ourTopics(deployment: Deployment, admin: Admin): Promise<string[]> {
  const payments = new Set(paymentTopics(deployment.settings));
  const there = await admin.listTopics();
  return there.filter((topic) => payments.has(topic) || topic.endsWith('.events')).sort();
}

async function topicsOf(deployment: Deployment) {
  const admin = await deployment.kafka();
  const topics = await ourTopics(deployment, admin);
  return topics.length === 0 ? [] : (await admin.fetchTopicMetadata({ topics })).topics;
}

async function settingsOfTopics(
  deployment: Deployment,
): Promise<{ topic: string; of: Map<string, string> }[]> {
  const admin = await deployment.kafka();
  const topics = await ourTopics(deployment, admin);
  if (topics.length === 0) return [];
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  return resources.map(({ resourceName, configEntries }) => ({
    topic: resourceName,
    of: new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
  }));
}

async function fewCopies(deployment: Deployment): Promise<string[]> {
  return (await topicsOf(deployment)).flatMap(({ name, partitions }) => {
    const fewest = Math.min(...partitions.map(({ replicas }) => replicas.length));
    return foundWhere(fewest < copiesMin, `${name} has ${fewest} of ${copiesMin} copies`);
  });
}

async function confirmedTooEarly(deployment: Deployment): Promise<string[]> {
  return (await settingsOfTopics(deployment)).flatMap(({ topic, of }) => {
    const inSync = Number(of.get('min.insync.replicas') ?? 1);
    return foundWhere(inSync < inSyncMin, `${topic} confirms a message that ${inSync} broker has`);
  });
}

function forgetsWithin(retentionMs: string | undefined): boolean {
  const ms = Number(retentionMs ?? -1);
  return ms >= 0 && ms < keptHoursMin * hourMs;
}
