// The settings that one Kafka process, broker and controller at once, runs with on one small machine.

export interface KafkaPorts {
  port: number;
  controllerPort: number;
}

/** Where the data lies, seen from the folder that Kafka runs in. */
export const DATA_FOLDER = 'data';

const MEBIBYTE = 1024 * 1024;

const settingsOf = ({ port, controllerPort }: KafkaPorts): Readonly<Record<string, string | number>> => ({
  'process.roles': 'broker,controller',
  'node.id': 1,
  'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
  listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',

  'log.dir': DATA_FOLDER,
  'log.segment.bytes': 64 * MEBIBYTE,
  'log.index.size.max.bytes': MEBIBYTE,
  'log.retention.hours': 7 * 24,
  'log.cleaner.dedupe.buffer.size': 4 * MEBIBYTE,
  // A message of one megabyte and what is wrapped around it.
  'message.max.bytes': 2 * MEBIBYTE,

  'auto.create.topics.enable': 'true',
  'num.partitions': 3,
  'default.replication.factor': 1,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 3,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'transaction.state.log.num.partitions': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'share.coordinator.state.topic.num.partitions': 1,

  'group.initial.rebalance.delay.ms': 0,
  // After a kill a broker may only come back once its old session has run out; four missed beats are enough to tell.
  'broker.session.timeout.ms': 2_000,
  'broker.heartbeat.interval.ms': 500,
  'num.network.threads': 2,
  'num.io.threads': 4,
  'background.threads': 2,
});

/** The text of `server.properties`. */
export const serverProperties = (ports: KafkaPorts): string =>
  Object.entries(settingsOf(ports))
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** The ports that a `server.properties` of ours names. */
export const portsIn = (properties: string): KafkaPorts | undefined => {
  const found = /^listeners=PLAINTEXT:\/\/[^:]+:(\d+),CONTROLLER:\/\/[^:]+:(\d+)$/m.exec(properties);
  return found ? { port: Number(found[1]), controllerPort: Number(found[2]) } : undefined;
};

/** What Kafka says goes to its output; at the level of information it would be two thousand lines a start. */
export const LOGGING = `rootLogger.level = warn
rootLogger.appenderRef.out.ref = out
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p %m (%c{1})%n
logger.server.name = kafka.server.BrokerServer
logger.server.level = info
`;
