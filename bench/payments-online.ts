/** `payments-online`: a topic full of online payments, each approved by the gateway and stored, beside asking the gateway alone. */
import { ensureTopics } from '@plaza/messaging';
import type { Benchmark, Contender, Findings, MeasuredComparison, Workshop } from './support/benchmark';
import { startChild, type Child } from './support/child';
import { fillTopic, kafkaClient } from './support/kafka';
import { paymentMessages } from './support/payments-data';
import {
  enginesOf,
  PlazaPayments,
  preparePaymentsStage,
  type WaitingMessages,
} from './support/payments-stage';
import { startPlaza, type PlazaProcess } from './support/plaza';
import { roundSchema } from './support/statistics';

const partitions = 3;
const topic = 'online';
/** What the payments process is given as GATEWAY_CALLS_MAX, and how many callers the floor has. */
const callsMax = 32;
const latenciesMs = [0, 5];
/** Settling one takes several times what storing an offline one takes, so fewer of them fill a round. */
const shareOfMessages = 0.1;
const floorLabel = 'the simulator alone';
const floorWithinMs = 300_000;

export const paymentsOnline: Benchmark = {
  name: 'payments-online',
  about: `online payments from a Kafka topic, approved by the gateway simulator, at most ${callsMax} calls at a time`,
  run,
};

async function run(workshop: Workshop): Promise<Findings> {
  const count = Math.round(workshop.options.messages * shareOfMessages);
  const messages: WaitingMessages = { type: 'online', topic, count };
  const stage = await preparePaymentsStage(workshop);
  const { brokers } = stage.kafka;
  workshop.say(`putting ${count} messages on the topic`);
  await fillTopic(brokers, { topic, partitions }, paymentMessages('online', count));
  await ensureTopics(kafkaClient(brokers), ['offline'], partitions);
  const simulator = await startPlaza(workshop, 'gateway-simulator', { KAFKA_BROKERS: brokers });
  const load = await workshop.running.start('floor', () => startChild('floor', 'payments-online.floor'));

  const plaza = new PlazaPayments(workshop, stage, messages, {
    GATEWAY_URL: simulator.url,
    ERROR_LOG_URL: simulator.url,
    GATEWAY_CALLS_MAX: String(callsMax),
  });
  const comparisons: MeasuredComparison[] = [];
  for (const latencyMs of latenciesMs) {
    await setLatency(simulator, latencyMs);
    comparisons.push(
      await workshop.compare({
        title: `${count} payments approved and stored, gateway latency ${latencyMs} ms`,
        contenders: [floorContender(load, simulator, count), plazaContender(plaza, simulator)],
        warmUpMs: 0,
      }),
    );
  }
  const { stored, awaited } = plaza;
  return {
    comparisons,
    checks: [{ says: `Plaza stored every message: ${stored} of ${awaited}`, holds: stored === awaited }],
    remarks: [
      'The floor only asks the gateway; Plaza also reads Kafka and writes log, payments, attempts and events.',
    ],
    engines: await enginesOf(stage),
  };
}

async function setLatency(simulator: PlazaProcess, latencyMs: number): Promise<void> {
  const answer = await fetch(`${simulator.url}/scenario`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ shares: { approve: 1 }, latencyMs: { min: latencyMs, max: latencyMs } }),
  });
  if (!answer.ok)
    throw new Error(`The simulator refused the scenario: ${answer.status} ${await answer.text()}`);
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
