/*
 * Reads what the process was started with, once, and names everything that is wrong with it at once.
 */
import { seedSchema } from './simulation-routes';
import type { KafkaOptions, SimulatorOptions } from './simulator';
import type { FeedOptions } from './feed-destination';

const portDefault = 9_000;
const topicName = /^[\w.-]{1,249}$/;
const broker = /^(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The options, or the faults in words; an empty variable counts as one that is not set. */
export function readEnvironment(
  environment: Environment,
): { options: SimulatorOptions } | { faults: string[] } {
  const faults: string[] = [];
  const text = (name: string): string | undefined => {
    const given = environment[name]?.trim();
    return given === '' ? undefined : given;
  };
  const port = readPort(text('PORT'), faults);
  const host = text('HOST');
  const seed = text('SEED');
  if (seed !== undefined && !seedSchema.safeParse(seed).success) {
    faults.push('SEED: 1 to 64 letters, digits, dots and dashes.');
  }
  const kafka = readKafka(text, faults);
  const feed = kafka === undefined ? readFeed(text, faults) : undefined;
  if (kafka === undefined && feed === undefined && faults.length === 0) {
    faults.push('KAFKA_BROKERS or FEED_URL: one of them must say where messages go.');
  }
  if (faults.length > 0) return { faults };
  return {
    options: {
      port,
      ...(host !== undefined && { host }),
      ...(seed !== undefined && { seed }),
      ...(kafka !== undefined && { destination: { kafka } }),
      ...(feed !== undefined && { destination: { feed } }),
    },
  };
}

function readPort(given: string | undefined, faults: string[]): number {
  if (given === undefined) return portDefault;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : NaN;
  if (port <= 65_535) return port;
  faults.push(`PORT: "${given}" is no port from 0 to 65535.`);
  return portDefault;
}

function readKafka(text: (name: string) => string | undefined, faults: string[]): KafkaOptions | undefined {
  const onlineTopic = text('KAFKA_ONLINE_TOPIC') ?? 'online';
  const offlineTopic = text('KAFKA_OFFLINE_TOPIC') ?? 'offline';
  for (const [name, topic] of [
    ['KAFKA_ONLINE_TOPIC', onlineTopic],
    ['KAFKA_OFFLINE_TOPIC', offlineTopic],
  ] as const) {
    if (!topicName.test(topic)) faults.push(`${name}: "${topic}" cannot be the name of a topic.`);
  }
  if (onlineTopic === offlineTopic)
    faults.push('KAFKA_ONLINE_TOPIC and KAFKA_OFFLINE_TOPIC: they must differ.');
  const given = text('KAFKA_BROKERS');
  if (given === undefined) return undefined;
  const brokers = given.split(',').map((one) => one.trim());
  for (const one of brokers) if (!broker.test(one)) faults.push(`KAFKA_BROKERS: "${one}" is not host:port.`);
  return { brokers, onlineTopic, offlineTopic };
}

function readFeed(text: (name: string) => string | undefined, faults: string[]): FeedOptions | undefined {
  const url = text('FEED_URL');
  if (url === undefined) return undefined;
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    faults.push(`FEED_URL: "${url}" is no address that starts with http:// or https://.`);
  }
  const clientId = text('FEED_CLIENT_ID');
  const clientSecret = text('FEED_CLIENT_SECRET');
  if (clientId === undefined) faults.push('FEED_CLIENT_ID: it is missing; the feed wants credentials.');
  if (clientSecret === undefined)
    faults.push('FEED_CLIENT_SECRET: it is missing; the feed wants credentials.');
  return { url, clientId: clientId ?? '', clientSecret: clientSecret ?? '' };
}
