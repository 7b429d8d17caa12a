/** Asks for addresses in turn with a partner's token, in a process of its own. */
import autocannon from 'autocannon';
import { z } from 'zod';
import { answerRequests } from './support/child';
import type { Round } from './support/statistics';

const loadSchema = z.object({
  url: z.url(),
  token: z.string(),
  paths: z.array(z.string()).min(1),
  connections: z.number().int().positive(),
  durationMs: z.number().positive(),
});

answerRequests(loadSchema, async ({ url, token, paths, connections, durationMs }): Promise<Round> => {
  let asked = 0;
  const result = await autocannon({
    url,
    connections,
    duration: durationMs / 1000,
    headers: { authorization: `Bearer ${token}` },
    requests: [
      {
        method: 'GET',
        setupRequest: (request) => ({ ...request, path: paths[asked++ % paths.length] ?? '' }),
      },
    ],
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
