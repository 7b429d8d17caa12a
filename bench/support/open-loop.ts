/**
 * A load that does not wait for the server: every request is sent at its own instant, whatever has become of those before, as people do
 * who know nothing of each other. Its time counts from that instant and not from when it could be sent, so that a server, or this load
 * itself, that falls behind is seen in the figures instead of asking less (coordinated omission).
 */
import { createHistogram, performance } from 'node:perf_hooks';
import { z } from 'zod';

export interface Arrival<Kind extends string> {
  /** Since the beginning. */
  atMs: number;
  kind: Kind;
}

/** Part of the time in which requests come in at the same rates. */
export interface Stretch<Kind extends string> {
  durationMs: number;
  /** Per second; of a kind that is not named, none. */
  rates: Readonly<Partial<Record<Kind, number>>>;
}

const talliedSchema = z.object({
  answered: z.number().int().min(0),
  failed: z.number().int().min(0),
  /** Nothing where nothing was answered. */
  latencyMs: z.object({ p50: z.number(), p99: z.number() }).optional(),
  firstFailure: z.string().optional(),
});

export const playedSchema = z.object({
  all: talliedSchema,
  /** By kind, those that were asked for. */
  of: z.record(z.string(), talliedSchema),
  /** From the beginning to the last answer. */
  tookMs: z.number(),
});

export type Tallied = z.output<typeof talliedSchema>;
export type Played = z.output<typeof playedSchema>;

/** More answers than this are not waited for at a time: who comes then has failed. */
const underWayMax = 4_000;
const toldCharactersMax = 300;

/**
 * Poisson arrivals: at the given rates on average, and with the crowds and gaps of chance.
 * @param stretches one after the other; they may come as they are needed
 * @param drawn from 0 up to 1
 */
export function* arrivalsOf<Kind extends string>(
  stretches: Iterable<Stretch<Kind>>,
  kinds: readonly Kind[],
  drawn: () => number,
): Generator<Arrival<Kind>> {
  let beginsAt = 0;
  for (const { durationMs, rates } of stretches) {
    const endsAt = beginsAt + durationMs;
    const arrivals: Arrival<Kind>[] = [];
    for (const kind of kinds) {
      const perMs = (rates[kind] ?? 0) / 1_000;
      const gap = () => -Math.log(1 - drawn()) / perMs;
      for (let atMs = beginsAt + gap(); atMs < endsAt; atMs += gap()) arrivals.push({ atMs, kind });
    }
    yield* arrivals.sort((one, other) => one.atMs - other.atMs);
    beginsAt = endsAt;
  }
}

/** @param ask resolves when the request was answered as it should be, and rejects when not */
export async function openLoop<Kind extends string>(
  arrivals: Iterable<Arrival<Kind>>,
  ask: (kind: Kind) => Promise<void>,
): Promise<Played> {
  const [all, of] = [new Tally(), new Map<Kind, Tally>()];
  const waiting = new Set<Promise<void>>();
  const startedAt = performance.now();
  const one = async ({ atMs, kind }: Arrival<Kind>, tallies: readonly Tally[]) => {
    try {
      if (waiting.size >= underWayMax) throw new Error(`${underWayMax} requests are waiting already`);
      await ask(kind);
      for (const tally of tallies) tally.answer(performance.now() - startedAt - atMs);
    } catch (error) {
      const reason = `${kind}: ${error instanceof Error ? error.message : String(error)}`;
      for (const tally of tallies) tally.fail(reason);
    }
  };
  for (const arrival of arrivals) {
    const early = () => arrival.atMs - (performance.now() - startedAt);
    // A timer may end up to a millisecond before its time.
    while (early() > 0) await new Promise((resume) => setTimeout(resume, early()));
    const ofKind = of.get(arrival.kind) ?? new Tally();
    of.set(arrival.kind, ofKind);
    const asking = one(arrival, [all, ofKind]);
    waiting.add(asking);
    void asking.finally(() => waiting.delete(asking));
  }
  await Promise.all(waiting);
  return {
    all: all.told(),
    of: Object.fromEntries([...of].map(([kind, tally]) => [kind, tally.told()])),
    tookMs: performance.now() - startedAt,
  };
}

class Tally {
  private failed = 0;
  private firstFailure: string | undefined;
  private answered = 0;
  private readonly microseconds = createHistogram();

  answer(tookMs: number): void {
    this.answered += 1;
    this.microseconds.record(Math.max(1, Math.round(tookMs * 1_000)));
  }

  fail(reason: string): void {
    this.failed += 1;
    this.firstFailure ??= reason.slice(0, toldCharactersMax);
  }

  told(): Tallied {
    const { answered, failed, firstFailure } = this;
    const percentileMs = (percentile: number) => this.microseconds.percentile(percentile) / 1_000;
    const latencyMs = { p50: percentileMs(50), p99: percentileMs(99) };
    return {
      ...{ answered, failed, ...(answered > 0 && { latencyMs }) },
      ...(firstFailure !== undefined && { firstFailure }),
    };
  }
}
