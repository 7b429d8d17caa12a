/*
 * How the gateway's answers go over the line, whatever they are about. Their way is short: an answer is sent as prepared text.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Gateway } from './gateway';
import { cut, hang, later } from './line-faults';
import type { Scenario } from './scenario';

export interface Giving {
  answer: Answer;
  /** The field of the body that says what it is about, as JSON. */
  subject: string;
  /** How long a timeout keeps the client waiting at most. */
  hangMsMax: number;
}

/** Gives the answer after the latency of the scenario. */
export function giveInTime(
  reply: FastifyReply,
  scenario: Scenario,
  giving: Giving,
): FastifyReply | Promise<FastifyReply> {
  if (scenario.latencyMs.max === 0) return give(reply, giving);
  return later(latencyMs(scenario), () => give(reply, giving));
}

/** The key may come quoted or not (draft-ietf-httpapi-idempotency-key-header-07). A wrong one is counted, not refused. */
export function noteIdempotencyKey(request: FastifyRequest, id: string, gateway: Gateway): void {
  const key = request.headers['idempotency-key'];
  if (key === id) return;
  if (key === undefined) gateway.keyMissing++;
  else if (unquoted(String(key)).toLowerCase() !== id) gateway.keyDiffering++;
}

function unquoted(key: string): string {
  return key.replace(/^"(.*)"$/, '$1');
}

function give(reply: FastifyReply, { answer, subject, hangMsMax }: Giving): FastifyReply {
  switch (answer.kind) {
    case 'approval':
      if (answer.status === 204) return reply.code(204).send();
      return sendJson(reply, answer.status, `{${subject},"status":"approved"}`);
    case 'malformed':
      return sendJson(reply, 200, `{${subject},"sta`);
    case 'refusal':
      return sendJson(reply, answer.status, `{${subject},"status":"refused"}`);
    case 'error':
      return sendJson(reply, answer.status, `{"status":"error"}`);
    case 'timeout':
      return hang(reply, hangMsMax);
    case 'reset':
      return cut(reply);
  }
}

function sendJson(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(text);
}

function latencyMs({ latencyMs: { min, max } }: Scenario): number {
  return min + Math.random() * (max - min);
}
