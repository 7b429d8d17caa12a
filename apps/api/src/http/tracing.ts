/** A span for every request, in the trace of whoever asks when they name one. There only while spans are collected. */
import {
  failSpan,
  isTracing,
  SpanKind,
  startSpan,
  traceparentOf,
  withSpan,
  type Span,
} from '@plaza/platform';
import type { FastifyInstance } from 'fastify';
import { contextOfRequest } from './correlation';

declare module 'fastify' {
  interface FastifyRequest {
    plazaSpan: Span | null;
  }
}

/** What machines ask every few seconds. */
const notTraced = /^\/(health\/|metrics$)/;

/** To be called after the context of a request is made: it is told of the span there. */
export function registerTracing(fastify: FastifyInstance): void {
  if (!isTracing()) return;
  fastify.decorateRequest('plazaSpan', null);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    if (notTraced.test(route)) {
      done();
      return;
    }
    const { traceparent } = request.headers;
    const span = startSpan(`${request.method} ${route}`, {
      kind: SpanKind.SERVER,
      parent: typeof traceparent === 'string' ? traceparent : null,
      attributes: {
        'http.request.method': request.method,
        'http.route': route,
        'plaza.correlation_id': contextOfRequest(request).correlationId,
      },
    });
    if (span) {
      request.plazaSpan = span;
      contextOfRequest(request).traceparent = traceparentOf(span);
    }
    done();
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    withSpan(request.plazaSpan ?? undefined, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { plazaSpan: span } = request;
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (span && reply.statusCode >= 500) failSpan(span, String(reply.statusCode));
    span?.end();
    done();
  });
}
