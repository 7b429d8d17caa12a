/*
 * The way to a real Kafka: topics made where they are missing, every message there exactly as it was promised.
 */
import { Kafka, logLevel } from 'kafkajs';
import { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { address, describeWith } from '#test/needs';
import { startSimulator } from '../../apps/gateway-simulator/src/simulator';
import { ended, occurring, start } from './answers';
import { countCases, readMessages } from './reading';

describeWith('kafka', 'The emission of a simulation', () => {
  it('puts on its two topics what its start promised', async () => {
    const brokers = address('kafka').split(',');
    const suffix = Date.now();
    const topics = { online: `simulated-online-${suffix}`, offline: `simulated-offline-${suffix}` } as const;
    const kafka = { brokers, onlineTopic: topics.online, offlineTopic: topics.offline };
    const simulator = await startSimulator({ port: 0, destination: { kafka } });
    const client = new Client(simulator.url);
    const consumer = new Kafka({ brokers, logLevel: logLevel.NOTHING }).consumer({
      groupId: `simulated-${suffix}`,
    });
    const received: Record<string, Buffer[]> = { [topics.online]: [], [topics.offline]: [] };
    try {
      const promised = await start(client, { count: 1_000, seconds: 0 });
      const sent = await ended(client);
      expect(sent).toMatchObject({ total: 1_000, sentAgain: 0, lastFault: null });

      await consumer.connect();
      await consumer.subscribe({ topics: Object.values(topics), fromBeginning: true });
      await consumer.run({
        eachMessage: async ({ topic, message }) =>
          void received[topic]?.push(message.value ?? Buffer.alloc(0)),
      });
      for (const topic of ['online', 'offline'] as const) {
        const messages = received[topics[topic]] ?? [];
        await eventually(() => expect(messages.length).toBeGreaterThanOrEqual(promised.perTopic[topic]));
        expect(countCases(readMessages(topic, messages))).toEqual(occurring(promised.perTopicAndCase[topic]));
      }
    } finally {
      await consumer.disconnect();
      await simulator.close();
    }
  });
});
