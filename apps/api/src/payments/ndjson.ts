/** Lets requests bring newline-delimited JSON, which is handed on as the bytes that came: they may be no JSON at all. */
import { feedBytesMax } from '@plaza/payments';
import type { FastifyInstance } from 'fastify';

export const ndjson = 'application/x-ndjson';

export function acceptNdjson(fastify: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  fastify.addContentTypeParser(
    ndjson,
    { parseAs: 'buffer', bodyLimit: feedBytesMax },
    (_request, body, done) => {
      done(null, body);
    },
  );
}
