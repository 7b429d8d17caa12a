/**
 * A load that never runs ahead of the server: a fixed number of callers, each of which asks again as soon as it has its answer.
 * What is under way when the time is up is waited for and counted, so that every effect of a round is in its figure.
 */
import { createHistogram, performance } from 'node:perf_hooks';
import type { Round } from './statistics';

/**
 * @param callers each does one piece of work and resolves when it is answered
 * @param goOn asked before every piece of work
 */
export async function closedLoop(
  callers: readonly (() => Promise<void>)[],
  goOn: () => boolean,
): Promise<Round> {
  const microseconds = createHistogram();
  let done = 0;
  const startedAt = performance.now();
  await Promise.all(
    callers.map(async (call) => {
      while (goOn()) {
        const askedAt = performance.now();
        await call();
        microseconds.record(Math.max(1, Math.round((performance.now() - askedAt) * 1000)));
        done += 1;
      }
    }),
  );
  const tookMs = performance.now() - startedAt;
  const percentileMs = (percentile: number) => microseconds.percentile(percentile) / 1000;
  return { done, tookMs, ...(done > 0 && { latencyMs: { p50: percentileMs(50), p99: percentileMs(99) } }) };
}

/** For rounds of a fixed time. */
export function until(durationMs: number): () => boolean {
  const endsAt = performance.now() + durationMs;
  return () => performance.now() < endsAt;
}

/** For rounds of a fixed number. */
export function times(count: number): () => boolean {
  let left = count;
  return () => left-- > 0;
}
