/** `payments-memory`: a million payments through one process, whose memory must not grow with them. */
import type { Benchmark, Findings, Workshop } from './support/benchmark';
import { fillTopic } from './support/kafka';
import { paymentMessages } from './support/payments-data';
import { enginesOf, PlazaPayments, preparePaymentsStage } from './support/payments-stage';
import { median } from './support/statistics';

const partitions = 3;
const topic = 'offline';
const messagesFactor = 5;
const sampleEveryMs = 500;
const parts = 10;
/** Of the last parts over the first, each at its lowest: garbage comes and goes, a leak only comes. */
const growthMax = 1.15;
const mebibyte = 1024 * 1024;

export const paymentsMemory: Benchmark = {
  name: 'payments-memory',
  about: 'the memory of the payments process while a million messages pass',
  run,
};

interface Sample {
  messages: number;
  residentMb: number;
  heapMb: number;
}

async function run(workshop: Workshop): Promise<Findings> {
  const count = workshop.options.messages * messagesFactor;
  const stage = await preparePaymentsStage(workshop);
  workshop.say(`putting ${count} messages on the topic`);
  await fillTopic(stage.kafka.brokers, { topic, partitions }, paymentMessages('offline', count));
  const plaza = new PlazaPayments(workshop, stage, { type: 'offline', topic, count });
  await plaza.prepare();
  const watching = watch(plaza.processUrl, workshop.say);
  let round;
  try {
    round = await plaza.round();
  } finally {
    await watching.end();
  }
  await plaza.finish();

  const rows = byPart(watching.samples, count);
  const lowestOf = (of: readonly Part[]) => Math.min(...of.map(({ residentMbMin }) => residentMbMin));
  // In the first part the process still warms up.
  const [early, late] = [lowestOf(rows.slice(1, 4)), lowestOf(rows.slice(-3))];
  const growth = late / early;
  return {
    comparisons: [],
    tables: [
      { title: `memory of the payments process over ${count} messages`, rows: [header, ...rows.map(asRow)] },
    ],
    checks: [
      {
        says: `every message was stored: ${plaza.stored} of ${plaza.awaited}`,
        holds: plaza.stored === plaza.awaited,
      },
      {
        says: `memory is flat: ${early.toFixed(0)} MB early, ${late.toFixed(0)} MB late (${growth.toFixed(2)} times, at most ${growthMax})`,
        holds: growth <= growthMax,
      },
    ],
    remarks: [
      `${Math.round((round.done / round.tookMs) * 1_000)} messages a second, while the process was asked for its metrics`,
      'Between two collections memory grows and falls again: what it falls to is what counts. Resident memory is what the system counts for the process, the heap is what Node uses of it; both as /metrics tells them.',
    ],
    engines: await enginesOf(stage),
  };
}

interface Part {
  upTo: number;
  residentMbMin: number;
  residentMb: number;
  residentMbMax: number;
  heapMb: number;
}

const header = ['messages up to', 'at least MB', 'median', 'at most', 'heap MB'];
const asRow = ({ upTo, residentMbMin, residentMb, residentMbMax, heapMb }: Part) => [
  upTo.toLocaleString('en'),
  residentMbMin.toFixed(0),
  residentMb.toFixed(0),
  residentMbMax.toFixed(0),
  heapMb.toFixed(0),
];

function byPart(samples: readonly Sample[], count: number): Part[] {
  return Array.from({ length: parts }, (_, part) => {
    const [from, upTo] = [(count / parts) * part, (count / parts) * (part + 1)];
    const within = samples.filter(({ messages }) => messages > from && messages <= upTo);
    const resident = within.map(({ residentMb }) => residentMb);
    return {
      upTo,
      residentMbMin: Math.min(...resident),
      residentMb: median(resident),
      residentMbMax: Math.max(...resident),
      heapMb: median(within.map(({ heapMb }) => heapMb)),
    };
  }).filter(({ residentMb }) => Number.isFinite(residentMb));
}

/** Asks a process for its metrics again and again, until `end`. */
function watch(url: string, say: (line: string) => void) {
  const samples: Sample[] = [];
  const ending = new AbortController();
  const work = (async () => {
    while (!ending.signal.aborted) {
      const sample = await sampleOf(url).catch(() => undefined);
      if (sample) samples.push(sample);
      if (samples.length % 20 === 1 && sample) {
        say(`${sample.messages} messages, ${sample.residentMb.toFixed(0)} MB`);
      }
      await new Promise((resume) => setTimeout(resume, sampleEveryMs));
    }
  })();
  const end = (): Promise<void> => {
    ending.abort();
    return work;
  };
  return { samples, end };
}

async function sampleOf(url: string): Promise<Sample> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sumOf = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? ([\\d.e+]+)$`, 'gm'))].reduce(
      (sum, [, value]) => sum + Number(value),
      0,
    );
  return {
    messages: sumOf('plaza_payments_messages_total'),
    residentMb: sumOf('process_resident_memory_bytes') / mebibyte,
    heapMb: sumOf('nodejs_heap_size_used_bytes') / mebibyte,
  };
}
