/**
 * The one place that knows which HTTP status a refusal has, and the shape it is told in: problem details, RFC 9457, with a
 * stable `code` and whatever helps the client to act.
 */
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { asPlazaError, LOGGER, PlazaError, type ErrorKind, type PlazaLogger } from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOfRequest } from './correlation';

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unprocessable: 422,
  limit: 429,
  unavailable: 503,
};

const titleOf: Record<number, string> = {
  400: 'The request is not valid',
  401: 'Please sign in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  408: 'The request took too long',
  409: 'This conflicts with the present state',
  413: 'The request is too large',
  414: 'The address is too long',
  415: 'This media type is not understood',
  422: 'The request cannot be carried out',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available at the moment',
};

const codeOf: Record<number, string> = {
  404: 'request.unknown-path',
  405: 'request.method-not-allowed',
  406: 'request.not-acceptable',
  408: 'request.timeout',
  413: 'request.too-large',
  414: 'request.address-too-long',
  415: 'request.media-type-unknown',
};

/** What is said of a fault, wherever it came up. */
export interface Fault {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  [more: string]: unknown;
}

export interface Problem extends Fault {
  instance: string;
  requestId: string;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: PlazaLogger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asPlazaError(thrown);
    const problem = describe(error, request);
    if (problem.status === 500) {
      this.logger.error(
        { err: error, correlationId: problem.requestId },
        'A request failed by a fault of ours',
      );
    }
    if (reply.sent) return;
    const { retryAfter } = problem;
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(Math.ceil(retryAfter)));
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }
}

function describe(error: unknown, request: FastifyRequest): Problem {
  return {
    ...describeFault(error),
    instance: request.url.split('?', 1)[0] ?? request.url,
    requestId: contextOfRequest(request).correlationId,
  };
}

export function describeFault(error: unknown): Fault {
  if (error instanceof PlazaError) {
    return { ...error.details, ...problem(statusOf[error.kind], error.code, error.message) };
  }
  const status = httpStatus(error);
  if (status >= 400 && status < 500 && error instanceof Error) {
    return problem(status, codeOf[status] ?? 'request.invalid', plainMessage(status, error));
  }
  const detail = 'The fault was recorded under this request id; sending the request again may help';
  return problem(500, 'platform.fault', detail);
}

function problem(status: number, code: string, detail: string) {
  return { type: `urn:plaza:problem:${code}`, title: titleOf[status] ?? 'Refused', status, detail, code };
}

function httpStatus(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return 500;
}

function plainMessage(status: number, error: Error): string {
  return status === 404 ? 'There is nothing at this address' : error.message;
}
