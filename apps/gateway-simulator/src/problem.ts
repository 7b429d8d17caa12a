/*
 * How bad input is answered: a problem document (RFC 9457) that names every fault at once.
 */
import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

export interface Fault {
  /** A JSON pointer into the body, or the name of a query parameter or header. */
  readonly pointer: string;
  readonly detail: string;
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly errors: readonly Fault[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(detail);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', problem.retryAfterSeconds);
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[problem.status] ?? 'Problem',
        status: problem.status,
        detail: problem.message,
        ...(problem.errors.length > 0 && { errors: problem.errors }),
      }),
    );
}

/** The value as the schema reads it, or a 400 with everything that is wrong with it. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  throw new Problem(400, 'The request is not understood.', outcome.error.issues.flatMap(faultsOf));
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const pointer = issue.path.map((step) => `/${String(step)}`).join('');
  if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }];
  return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, detail: 'This field is not known here.' }));
}
