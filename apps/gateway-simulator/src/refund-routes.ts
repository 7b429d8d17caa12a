/*
 * The gateway's door for money that is to be given back. The documented gateway has none, so the path and the fields are this
 * simulator's own; the answers are decided as those about payments are, and given only about payments that were approved.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { outcomeOf, type Gateway } from './gateway';
import { giveInTime, noteIdempotencyKey } from './gateway-answers';
import { uuid } from './gateway-routes';
import { parsed, Problem } from './problem';
import type { Stage } from './simulation';

const id = z
  .string()
  .regex(uuid, { error: 'This must be a UUID.' })
  .transform((text) => text.toLowerCase());
const refundSchema = z.strictObject({
  refund_id: id,
  payment_id: id,
  amount: z.int({ error: 'This must be a whole number.' }).min(1),
});
const refundPath = z.strictObject({ id });

export function refundRoutes(server: FastifyInstance, stage: Stage, hangMsMax: number): void {
  const errorHandler = (fault: Error): never => {
    stage.simulation.refunds.refusedRequests++;
    throw fault;
  };
  server.post('/refund', { errorHandler }, (request, reply) => {
    const { simulation, scenario } = stage;
    const { refund_id: refundId, payment_id: paymentId } = parsed(refundSchema, request.body);
    noteIdempotencyKey(request, refundId, simulation.refunds);
    if (!isApproved(simulation.gateway, paymentId)) {
      throw new Problem(422, 'The gateway has not approved this payment.');
    }
    const answer = simulation.refunds.answer(refundId, scenario);
    return giveInTime(reply, scenario, { answer, subject: `"refund_id":"${refundId}"`, hangMsMax });
  });

  server.get('/refunds/:id', (request) => {
    const refundId = parsed(refundPath, request.params).id;
    const memory = stage.simulation.refunds.recall(refundId);
    if (memory === undefined) throw new Problem(404, 'The gateway was never asked about this refund.');
    const { asked, answer } = memory;
    return { refundId, asked, outcome: outcomeOf(answer), answer: answer?.name ?? null };
  });
}

function isApproved(gateway: Gateway, paymentId: string): boolean {
  return outcomeOf(gateway.recall(paymentId)?.answer ?? null) === 'approved';
}
