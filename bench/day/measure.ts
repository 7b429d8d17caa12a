/** Plays the day's requests and looks at who was busy meanwhile: each kind alone, a whole day in a moment, and more and more of the peak. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Child } from '../support/child';
import { playedSchema, type Played, type Stretch } from '../support/open-loop';
import { processorSeconds } from '../support/processor';
import { ofEach, served, type Cost, type Figures, type Loaded, type Served } from './figures';
import { averageRates, hourRates, hours, kinds, ofEachKind, peakFactor, scaled, type Kind } from './model';
import type { DayStage } from './stage';

/** Above the time in which requests come in. */
const patienceMs = 120_000;
const idleMs = 4_000;
const warmUpMs = 3_000;
/** An hour of the day. */
const hourMs = 1_000;
/** As few as tell the cost, and none so many that it waits for a processor; so that orders are left to pay, more of these come in. */
const measuredPerSecond: Record<Kind, number> = {
  browse: 400,
  search: 150,
  product: 200,
  'sign-in': 8,
  refresh: 60,
  cart: 80,
  order: 80,
  pay: 50,
  history: 150,
  accrue: 100,
  balance: 200,
  feed: 200,
};

/** Of the peak, played one after the other until something has no more to give. */
const shares = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
const tooSlowMs = 1_000;
const tooManyFail = 0.01;
/** From here on the machine, and none of its processes, has no more to give. */
const wholeMachine = 0.9;
const toldCores = 0.05;
const kilo = 1_000;
const million = 1_000_000;

export class DayMeasure {
  /** Of each kind, since the beginning. */
  readonly answered = ofEachKind(() => 0);
  /** Requests that were not answered as they should be while each kind was asked alone. */
  readonly failures: string[] = [];
  private idle = ofEach(() => 0);

  constructor(
    private readonly stage: DayStage,
    private readonly load: Child,
    private readonly users: number,
    private readonly say: (line: string) => void,
  ) {}

  async idleCores(): Promise<Figures['idleCores']> {
    this.say('looking at who is busy while nobody asks');
    await this.stage.untilRest();
    const { used, tookMs } = await this.watched(() => new Promise((resume) => setTimeout(resume, idleMs)));
    this.idle = ofEach((part) => (used[part] * kilo) / tookMs);
    return this.idle;
  }

  async warmUp(): Promise<void> {
    this.say('warming up');
    await this.play([{ durationMs: warmUpMs, rates: measuredPerSecondOf(0.3) }]);
    await this.stage.untilRest();
  }

  async costs(durationMs: number): Promise<Figures['costs']> {
    const costs = new Map<Kind, Cost>();
    for (const kind of kinds) costs.set(kind, await this.cost(kind, durationMs));
    return ofEachKind((kind) => costs.get(kind) ?? { ...nothing, microseconds: ofEach(() => 0) });
  }

  private async cost(kind: Kind, durationMs: number): Promise<Cost> {
    await this.stage.settle();
    const { result, used, tookMs } = await this.watched(async () => {
      const played = await this.play([{ durationMs, rates: { [kind]: measuredPerSecond[kind] } }]);
      await this.stage.untilRest();
      return played;
    });
    const { answered, latencyMs } = result.all;
    this.noteFailures(result);
    const microseconds = ofEach((part) =>
      Math.max(0, ((used[part] - (this.idle[part] * tookMs) / kilo) / answered) * million),
    );
    const sum = served.reduce((total, part) => total + microseconds[part], 0);
    this.say(`${kind}: ${Math.round(sum)} µs of processors for one`);
    return {
      perSecond: measuredPerSecond[kind],
      latencyMs: latencyMs ?? nothing.latencyMs,
      microseconds,
    };
  }

  /** All hours of the day, a second each. */
  async wholeDay(): Promise<Loaded> {
    const stretches = hours.map((_, hour) => ({ durationMs: hourMs, rates: hourRates(this.users, hour) }));
    return this.loaded('a day, an hour a second', stretches);
  }

  async rising(durationMs: number): Promise<Loaded[]> {
    const steps: Loaded[] = [];
    for (const share of shares) {
      const rates = scaled(averageRates(this.users), peakFactor * share);
      const label = `${Math.round(share * 100)} % of the peak`;
      const loaded = await this.loaded(label, [{ durationMs, rates }]);
      steps.push(loaded);
      if (isSaturated(loaded)) break;
    }
    return steps;
  }

  private async loaded(label: string, stretches: Stretch<Kind>[]): Promise<Loaded> {
    await this.stage.settle();
    const durationMs = stretches.reduce((sum, stretch) => sum + stretch.durationMs, 0);
    const { result: played, used, tookMs, machineShare } = await this.watched(() => this.play(stretches));
    await this.stage.untilRest();
    const { answered, failed, latencyMs } = played.all;
    const loaded: Loaded = {
      label,
      asked: ((answered + failed) * kilo) / durationMs,
      answered: (answered * kilo) / played.tookMs,
      failedShare: failed / Math.max(1, answered + failed),
      ...(latencyMs && { latencyMs }),
      cores: ofEach((part) => (used[part] * kilo) / tookMs),
      machineShare,
    };
    this.say(
      `${label}: ${Math.round(loaded.asked)}/s, p99 ${Math.round(latencyMs?.p99 ?? 0)} ms, ${failed} failed` +
        (played.all.firstFailure === undefined ? '' : `, the first: ${played.all.firstFailure}`),
    );
    return loaded;
  }

  private async play(stretches: Stretch<Kind>[]): Promise<Played> {
    const durationMs = stretches.reduce((sum, stretch) => sum + stretch.durationMs, 0);
    const played = await this.load.ask(playedSchema, { stretches }, durationMs + patienceMs);
    for (const kind of kinds) this.answered[kind] += played.of[kind]?.answered ?? 0;
    return played;
  }

  private noteFailures({ all }: Played): void {
    if (all.failed > 0)
      this.failures.push(`${all.failed} requests, the first: ${all.firstFailure ?? 'unknown'}`);
  }

  private async watched<T>(work: () => Promise<T>) {
    const before = { machine: machineSeconds(), parts: processorSeconds(this.stage.pids) };
    const startedAt = performance.now();
    const result = await work();
    const tookMs = performance.now() - startedAt;
    const after = { machine: machineSeconds(), parts: processorSeconds(this.stage.pids) };
    const used = ofEach((part) => (after.parts[part] ?? 0) - (before.parts[part] ?? 0));
    const machineShare = ((after.machine - before.machine) * kilo) / tookMs / cpus().length;
    return { result, used, tookMs, machineShare };
  }
}

const nothing = { perSecond: 0, latencyMs: { p50: 0, p99: 0 } };

const measuredPerSecondOf = (share: number) => ofEachKind((kind) => measuredPerSecond[kind] * share);

/** Whoever is asked for more than it can give lets people wait, or fails them. */
export function isSaturated({ failedShare, latencyMs }: Loaded): boolean {
  return failedShare > tooManyFail || (latencyMs?.p99 ?? Infinity) > tooSlowMs;
}

/** Linux counts in hundredths of a second; the fields are user, nice, system, idle, waiting for the disk, and so on. */
function machineSeconds(): number {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = first
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + interrupts + softInterrupts) / 100;
}

/** Which had the least left, by what it may have: a process of Node one core, an engine all of the machine's. */
export function saturatedBy(rising: readonly Loaded[], machineCores: number): string {
  const last = rising.at(-1);
  if (!last) return 'nothing was asked';
  const room = (part: Served) => (['api', 'payments', 'worker', 'Redis'].includes(part) ? 1 : machineCores);
  const busiest = served
    .map((part) => ({ part, cores: last.cores[part], share: last.cores[part] / room(part) }))
    .sort((one, other) => other.share - one.share);
  const told = busiest
    .filter(({ cores }) => cores >= toldCores)
    .map(({ part, cores }) => `${part} ${cores.toFixed(2)}`)
    .join(', ');
  const inUse = `cores in use: ${told}; ${Math.round(last.machineShare * 100)} % of the machine`;
  if (!isSaturated(last)) return `nothing, up to ${last.label} (${inUse})`;
  const first =
    last.machineShare > wholeMachine ? 'the machine’s processors' : (busiest[0]?.part ?? 'nobody');
  return `${first}, at ${last.label} (${inUse})`;
}
