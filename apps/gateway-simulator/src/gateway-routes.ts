/*
 * The payment gateway's door. `POST /payment` is what a shop waits for and what benchmarks take for their floor, so its way is
 * short: the body is checked by hand and an answer is sent as prepared text.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { outcomeOf } from './gateway';
import { giveInTime, noteIdempotencyKey } from './gateway-answers';
import { parsed, Problem, type Fault } from './problem';
import type { Stage } from './simulation';

export const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const paymentPath = z.strictObject({ id: z.string().regex(uuid, { error: 'This must be a UUID.' }) });

/** What a field must be, and the words for it when it is not. */
const fields = new Map<string, { fits: (value: unknown) => boolean; detail: string }>([
  [
    'payment_id',
    { fits: (value) => typeof value === 'string' && uuid.test(value), detail: 'This must be a UUID.' },
  ],
  ['account_id', { fits: Number.isSafeInteger, detail: 'This must be a whole number.' }],
  [
    'payment_type',
    { fits: (value) => value === 'online' || value === 'offline', detail: 'This must be online or offline.' },
  ],
  [
    'credit_card',
    {
      fits: (value) =>
        value === undefined || value === null || (typeof value === 'string' && value.length <= 100),
      detail: 'This must be a text of at most 100 characters, or null.',
    },
  ],
  ['amount', { fits: Number.isFinite, detail: 'This must be a number.' }],
]);

export function gatewayRoutes(server: FastifyInstance, stage: Stage, hangMsMax: number): void {
  const errorHandler = (fault: Error): never => {
    stage.simulation.gateway.refusedRequests++;
    throw fault;
  };
  server.post('/payment', { errorHandler }, (request, reply) => {
    const { simulation, scenario } = stage;
    const paymentId = paymentIdIn(request.body);
    if (paymentId === null) throw new Problem(400, 'This is no payment.', faultsOf(request.body));
    noteIdempotencyKey(request, paymentId, simulation.gateway);
    const answer = simulation.gateway.answer(paymentId, scenario);
    return giveInTime(reply, scenario, { answer, subject: `"payment_id":"${paymentId}"`, hangMsMax });
  });

  server.get('/payments/:id', (request) => {
    const paymentId = parsed(paymentPath, request.params).id.toLowerCase();
    const memory = stage.simulation.gateway.recall(paymentId);
    if (memory === undefined) throw new Problem(404, 'The gateway was never asked about this payment.');
    const { asked, answer } = memory;
    return {
      paymentId,
      asked,
      outcome: outcomeOf(answer),
      answer: answer?.name ?? null,
      status: answer?.status ?? null,
    };
  });
}

/** The id in lower case when the whole body is a payment as documented, else null. */
function paymentIdIn(body: unknown): string | null {
  if (!isObject(body)) return null;
  let id = '';
  let known = 0;
  for (const [name, value] of Object.entries(body)) {
    const field = fields.get(name);
    if (field?.fits(value) !== true) return null;
    if (name === 'payment_id') id = String(value);
    if (name !== 'credit_card') known++;
  }
  // All but the card number must be there.
  return known === fields.size - 1 ? id.toLowerCase() : null;
}

function faultsOf(body: unknown): Fault[] {
  if (!isObject(body)) return [{ pointer: '', detail: 'This must be an object.' }];
  const given = new Map<string, unknown>(Object.entries(body));
  const unknown = [...given.keys()].filter((name) => !fields.has(name));
  const wrong = [...fields].filter(([name, { fits }]) => !fits(given.get(name)));
  return [
    ...unknown.map((name) => ({
      pointer: `/${name}`,
      detail: 'This field is not part of the documented payment.',
    })),
    ...wrong.map(([name, { detail }]) => ({ pointer: `/${name}`, detail })),
  ];
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
