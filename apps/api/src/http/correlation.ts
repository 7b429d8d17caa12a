/**
 * Gives every request an id and a context: taken from `X-Request-Id` or made here, returned to the client, and carried into
 * logs and events. Also measures and logs the request when it has been answered.
 */
import { Metrics, newId, requestContext, type PlazaLogger, type RequestContext } from '@plaza/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until the first hook has made it. A field, because a WeakMap of all requests costs the garbage collector dear. */
    plazaContext: RequestContext | null;
  }
}

/**
 * OWASP REST Security: what is not HTML is not taken for it, no other site shows it in a frame, no address of ours is told to others,
 * whoever has come over TLS once comes by nothing else for a year, and nothing is kept on the way unless its route says so.
 */
const securityHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

const acceptableId = /^[\w.:-]{1,128}$/;

export function registerCorrelation(fastify: FastifyInstance, metrics: Metrics, logger: PlazaLogger): void {
  fastify.decorateRequest('plazaContext', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-request-id'];
    const correlationId = typeof given === 'string' && acceptableId.test(given) ? given : newId();
    request.plazaContext = { correlationId, actor: null };
    void reply.header('x-request-id', correlationId).headers(securityHeaders);
    done();
  });
  // Reading the body starts a new chain of callbacks, so the context is entered after it.
  fastify.addHook('preHandler', (request, _reply, done) => {
    requestContext.run(contextOfRequest(request), done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    metrics.requestSeconds.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    const level = method === 'GET' ? 'debug' : 'info';
    if (logger.isLevelEnabled(level)) {
      const { correlationId, actor } = contextOfRequest(request);
      const tookMs = Math.round(reply.elapsedTime);
      logger[level]({ correlationId, actor, method, route, status: reply.statusCode, tookMs }, 'Answered');
    }
    done();
  });
}

export function contextOfRequest(request: FastifyRequest): RequestContext {
  return request.plazaContext ?? requestContext.current();
}
