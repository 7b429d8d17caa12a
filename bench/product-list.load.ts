/** Asks for one address with autocannon, in a process of its own so that it takes no time from the server that it measures. */
import autocannon from 'autocannon';
import { z } from 'zod';
import { answerRequests } from './support/child';
import type { Round } from './support/statistics';

const listLoadSchema = z.object({
  url: z.url(),
  connections: z.number().int().positive(),
  durationMs: z.number().positive(),
});

answerRequests(listLoadSchema, async ({ url, connections, durationMs }): Promise<Round> => {
  const result = await autocannon({ url, connections, duration: durationMs / 1000 });
  const { non2xx, errors, timeouts, latency } = result;
  if (non2xx + errors + timeouts > 0) {
    throw new Error(`${non2xx} answers were no 2xx, ${errors} errors, ${timeouts} timeouts`);
  }
  return {
    done: result['2xx'],
    tookMs: result.duration * 1000,
    latencyMs: { p50: latency.p50, p99: latency.p99 },
  };
});
