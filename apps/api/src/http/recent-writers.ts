/**
 * Lets a request read from a replica that lags a moment, and never one whose caller would miss what they have just written: their
 * writes are noted before they hear of them. There only where replicas are configured.
 */
import type { RecentWriters, RequestContext } from '@plaza/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contextOfRequest } from './correlation';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const bearer = /^Bearer +[\w-]+\.([\w-]+)\.[\w-]* *$/i;

export function registerRecentWriters(fastify: FastifyInstance, writers: RecentWriters): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    const context = contextOfRequest(request);
    if (safeMethods.has(request.method)) {
      context.callerWroteAt = () => lastWrite(request, context, writers);
    }
    done();
  });
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    const { actor } = contextOfRequest(request);
    // Whatever the answer is: a fault may have come after the commit.
    if (!actor || safeMethods.has(request.method)) done(null, payload);
    else void writers.note(actor.id).finally(() => done(null, payload));
  });
}

function lastWrite(
  request: FastifyRequest,
  { actor }: RequestContext,
  writers: RecentWriters,
): Promise<number> {
  const { authorization } = request.headers;
  const writer = actor?.id ?? (authorization === undefined ? undefined : claimed(authorization));
  if (writer !== undefined) return writers.lastWriteOf(writer);
  // Somebody whom nobody knows has written nothing; a token that nobody understands is believed to be of a writer.
  return Promise.resolve(authorization === undefined ? -Infinity : Infinity);
}

/** On public routes a token is not verified. A false one earns its bearer nothing but reads that are fresher, or older, than theirs. */
function claimed(authorization: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(bearer.exec(authorization)?.[1] ?? '', 'base64url').toString(),
    );
    if (typeof claims !== 'object' || claims === null) return undefined;
    if ('partner' in claims && typeof claims.partner === 'string') return claims.partner;
    return 'sub' in claims && typeof claims.sub === 'string' ? claims.sub : undefined;
  } catch {
    return undefined;
  }
}
