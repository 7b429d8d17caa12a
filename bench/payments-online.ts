/** `payments-online`: a topic full of online payments, each approved by the gateway and stored, beside asking the gateway alone. */
import { ensureTopics } from '@plaza/messaging';
import type {
  Benchmark,
  Check,
  Contender,
  Findings,
  MeasuredComparison,
  Workshop,
} from './support/benchmark';
import { startChild, type Child } from './support/child';
import { fillTopic, kafkaClient } from './support/kafka';
import { paymentMessages } from './support/payments-data';
import {
  enginesOf,
  PlazaPayments,
  preparePaymentsStage,
  type WaitingMessages,
} from './support/payments-stage';
import { setGatewayLatency } from './support/gateway';
import { startPlaza, type PlazaProcess } from './support/plaza';
import { roundSchema } from './support/statistics';

const partitions = 3;
/** What the payments process is given as GATEWAY_CALLS_MAX, and how many callers the floor has. */
const callsMax = 32;

/**
 * How long the gateway takes, and how many of the messages fill a round then: settling one takes several times what storing an
 * offline one takes. At once and after 5 ms all depends on the two cores that simulator, Kafka, PostgreSQL and Plaza share; after
 * 50 ms, as over a network, on whether all calls are under way that may be.
 */
const gateways: { latencyMs: number; share: number; ratio?: number }[] = [
  { latencyMs: 0, share: 0.1 },
  { latencyMs: 5, share: 0.1 },
  { latencyMs: 50, share: 0.03, ratio: 0.8 },
];
const floorLabel = 'the simulator alone';
const floorWithinMs = 300_000;

export const paymentsOnline: Benchmark = {
  name: 'payments-online',
  about: `online payments from a Kafka topic, approved by the gateway simulator, at most ${callsMax} calls at a time`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const stage = await preparePaymentsStage(workshop);
  const { brokers } = stage.kafka;
  await ensureTopics(kafkaClient(brokers), ['offline'], partitions);
  const simulator = await startPlaza(workshop, 'gateway-simulator', { KAFKA_BROKERS: brokers });
  const load = await workshop.running.start('floor', () => startChild('floor', 'payments-online.floor'));

  const comparisons: MeasuredComparison[] = [];
  const checks: Check[] = [];
  for (const { latencyMs, share, ratio } of gateways) {
    const count = Math.round(workshop.options.messages * share);
    const messages: WaitingMessages = { type: 'online', topic: `online-${latencyMs}`, count };
    workshop.say(`putting ${count} messages on the topic`);
    await fillTopic(brokers, { topic: messages.topic, partitions }, paymentMessages('online', count));
    await setGatewayLatency(simulator.url, latencyMs);
    const plaza = new PlazaPayments(workshop, stage, messages, {
      GATEWAY_URL: simulator.url,
      ERROR_LOG_URL: simulator.url,
      GATEWAY_CALLS_MAX: String(callsMax),
    });
    comparisons.push(
      await workshop.compare({
        title: `${count} payments approved and stored, gateway latency ${latencyMs} ms`,
        contenders: [floorContender(load, simulator, count), plazaContender(plaza, simulator)],
        ...(ratio !== undefined && { aim: { floor: floorLabel, ratio } }),
        warmUpMs: 0,
      }),
    );
    const { stored, awaited } = plaza;
    checks.push({
      says: `Plaza stored every message: ${stored} of ${awaited}, latency ${latencyMs} ms`,
      holds: stored === awaited,
    });
  }
  return {
    comparisons,
    checks,
    remarks: [
      'The floor only asks the gateway; Plaza also reads Kafka and writes log, payments, attempts and events.',
    ],
    engines: await enginesOf(stage),
  };
}

function floorContender(load: Child, simulator: PlazaProcess, count: number): Contender {
  return {
    label: floorLabel,
    role: 'floor',
    load: `${callsMax} calls`,
    round: () => load.ask(roundSchema, { url: simulator.url, callers: callsMax, count }, floorWithinMs),
    processes: () => ({ simulator: simulator.pid, callers: load.pid }),
  };
}

function plazaContender(plaza: PlazaPayments, simulator: PlazaProcess): Contender {
  return {
    label: 'Plaza, the payments process',
    role: 'plaza',
    load: `${callsMax} calls`,
    prepare: () => plaza.prepare(),
    round: () => plaza.round(),
    finish: () => plaza.finish(),
    processes: () => ({ ...plaza.processes(), simulator: simulator.pid }),
  };
}
