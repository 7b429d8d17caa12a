/*
 * The error log's door: shops report, people and tests read. Reading works also while the scenario has the log down.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { reportSchema } from './error-log';
import { cut, later } from './line-faults';
import { sendList } from './lists';
import { parsed, Problem, sendProblem } from './problem';
import type { Stage } from './simulation';

const downRetryAfterSeconds = 5;

const whole = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'This must be a whole number.' })
  .transform(Number);
const logsQuery = z.strictObject({ last: whole.optional() });

export function errorLogRoutes(server: FastifyInstance, stage: Stage): void {
  server.post('/log', (request, reply) => {
    const { latencyMs } = stage.scenario.log;
    return latencyMs === 0
      ? record(stage, request, reply)
      : later(latencyMs, () => record(stage, request, reply));
  });

  const list = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendList(reply, stage.simulation.errorLog.entries(parsed(logsQuery, request.query).last));
  server.get('/logs', list);
  server.get('/log', list);
}

function record(stage: Stage, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { errorLog } = stage.simulation;
  const { down, fault } = stage.scenario.log;
  if (!down) return reply.send(errorLog.add(parsed(reportSchema, request.body)));
  errorLog.turnedAway++;
  if (fault === 'reset') return cut(reply);
  return sendProblem(reply, new Problem(503, 'The error log is down.', [], downRetryAfterSeconds));
}
