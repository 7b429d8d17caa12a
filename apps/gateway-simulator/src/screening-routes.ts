/*
 * The screening service's door, `GET /RAnalysis/`, and the director's door to it below `/screening`.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { cut, hang, later } from './line-faults';
import { parsed, Problem, sendProblem } from './problem';
import { riskOf, type Screening } from './screening';
import { screeningScenarioSchema, type ScreeningScenario } from './screening-scenario';

const addressCharactersMax = 8_000;

const analysisQuery = z.strictObject({
  actionType: z.literal('2', { error: 'Only action 2 is known here.' }),
  audioStreamUrl: z.string().min(1).max(addressCharactersMax),
});

export function screeningRoutes(server: FastifyInstance, screening: Screening, hangMsMax: number): void {
  server.get('/RAnalysis/', (request, reply) => {
    const { authorization, latencyMs } = screening.scenario;
    if (authorization !== null && request.headers.authorization !== authorization) {
      screening.refused++;
      throw new Problem(401, 'This needs the right authorisation.');
    }
    const { audioStreamUrl } = parsed(analysisQuery, request.query);
    const answer = () => give(screening, audioStreamUrl, reply, hangMsMax);
    return latencyMs.max === 0 ? answer() : later(waitOf(latencyMs), answer);
  });
  server.get('/screening/scenario', () => screening.scenario);
  server.put(
    '/screening/scenario',
    (request) => (screening.scenario = parsed(screeningScenarioSchema, request.body)),
  );
  server.get('/screening/record', () => screening.record);
}

function waitOf({ min, max }: ScreeningScenario['latencyMs']): number {
  return min + Math.random() * (max - min);
}

function give(
  screening: Screening,
  audioStreamUrl: string,
  reply: FastifyReply,
  hangMsMax: number,
): FastifyReply {
  const whole = analysisOf(audioStreamUrl, riskOf(audioStreamUrl, screening.scenario));
  switch (screening.answer(audioStreamUrl)) {
    case 'whole':
      return sendJson(reply, JSON.stringify(whole));
    case 'empty':
      return sendJson(reply, JSON.stringify({ ...whole, Data: { ...whole.Data, RISKREPQ: [] } }));
    case 'fault':
      return sendJson(reply, JSON.stringify({ Status: 'ERROR', Ver: whole.Ver, Data: null }));
    case 'malformed':
      return sendJson(reply, `${JSON.stringify(whole).slice(0, 60)}\0`);
    case 'error':
      return sendProblem(reply, new Problem(503, 'The screening service is down.'));
    case 'timeout':
      return hang(reply, hangMsMax);
    case 'reset':
      return cut(reply);
  }
}

function analysisOf(audioStreamUrl: string, risk: number) {
  const hash = createHash('md5').update(audioStreamUrl).digest('hex');
  const nmsID = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return {
    Status: 'OK',
    nmsID,
    Ver: '4.2.4',
    Data: { SEG: ['GlobalSeg#;1;20.27', 'SEG1;0001;20.27'], RISKREPQ: [`TQ1;C0;11;20.27;${String(risk)}`] },
  };
}

function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(text);
}
