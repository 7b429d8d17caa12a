/** Kafka, with the two topics of the payment stream; those of Plaza's own events come into being when they are first used. */
import { join } from 'node:path';
import { isKafkaAnswering, runningKafka, startKafka } from '@plaza/engines';
import { ensureTopics } from '@plaza/messaging';
import { Kafka, logLevel } from 'kafkajs';
import type { Plan } from '../plan';
import type { Part } from './part';

const paymentTopics = ['online', 'offline'];
const partitions = 3;

export const brokersOf = ({ ports }: Plan): string => `127.0.0.1:${ports.kafka}`;

export function kafkaPart(plan: Plan): Part {
  const folder = join(plan.folder, 'kafka');
  return {
    name: 'kafka',
    title: 'Kafka',
    port: plan.ports.kafka,
    portNames: ['kafka', 'kafkaController'],
    pid: async () => (await runningKafka(folder))?.pid,
    start: async (log) => {
      const { programsFolder, ports } = plan;
      const where = { folder, programsFolder, port: ports.kafka, controllerPort: ports.kafkaController };
      const { brokers } = await startKafka({ ...where, detached: true, log });
      const kafka = new Kafka({ clientId: 'plaza-stack', brokers: [brokers], logLevel: logLevel.NOTHING });
      await ensureTopics(kafka, paymentTopics, partitions);
    },
    fault: async () => ((await isKafkaAnswering(brokersOf(plan))) ? undefined : 'it does not answer'),
    stop: async () => (await runningKafka(folder))?.stop(),
  };
}
