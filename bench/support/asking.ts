/** Asks with autocannon for as long as it is told, in the process that calls this. */
import autocannon, { type Options } from 'autocannon';
import { z } from 'zod';
import type { Round } from './statistics';

/** What every such load is told. */
export const askingSchema = z.object({
  url: z.url(),
  connections: z.number().int().positive(),
  durationMs: z.number().positive(),
});

type Asking = z.output<typeof askingSchema>;

/** @throws Error unless every answer was a 2xx */
export async function ask(
  { url, connections, durationMs }: Asking,
  more: Partial<Options> = {},
): Promise<Round> {
  const result = await autocannon({ ...more, url, connections, duration: durationMs / 1000 });
  const { non2xx, errors, timeouts, latency } = result;
  if (non2xx + errors + timeouts > 0) {
    throw new Error(`${non2xx} answers were no 2xx, ${errors} errors, ${timeouts} timeouts`);
  }
  return {
    done: result['2xx'],
    tookMs: result.duration * 1000,
    latencyMs: { p50: latency.p50, p99: latency.p99 },
  };
}

/** One path after the other, as long as it is asked. */
export function inTurn(next: () => string): Partial<Options> {
  return { requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: next() }) }] };
}
