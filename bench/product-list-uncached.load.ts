/** Asks for lists of which no two are the same, in turn by every kind of wish, so that nothing prepared ever helps. */
import autocannon from 'autocannon';
import { z } from 'zod';
import { answerRequests } from './support/child';
import type { Round } from './support/statistics';

const loadSchema = z.object({
  url: z.url(),
  /** Each with a query; one more parameter is added to it. */
  paths: z.array(z.string()).min(1),
  connections: z.number().int().positive(),
  durationMs: z.number().positive(),
});

/** Above every price there is: it makes a wish another one and leaves its answer the same. */
let highest = 1_000_000_000;

answerRequests(loadSchema, async ({ url, paths, connections, durationMs }): Promise<Round> => {
  let asked = 0;
  const next = () => `${paths[asked++ % paths.length] ?? ''}&maxPrice=${(highest += 1)}`;
  const result = await autocannon({
    url,
    connections,
    duration: durationMs / 1000,
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: next() }) }],
  });
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
