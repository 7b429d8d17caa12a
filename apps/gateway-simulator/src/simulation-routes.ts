/*
 * The director's door: start a simulation, see what it has sent and what it was asked, and set the scenario.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Emission, type Destinations } from './emission';
import { sendList } from './lists';
import { messageCases, topics, type MessageCase } from './message-cases';
import { MessagePlan } from './message-plan';
import { page } from './page';
import { parsed, Problem } from './problem';
import { scenarioSchema } from './scenario';
import { Simulation, type Stage } from './simulation';

const messagesMax = 1_000_000;
const secondsMax = 86_400;

/** A number as a query writes it, without sign or exponent. */
const number = (pattern: RegExp, error: string): z.ZodType<number, string> =>
  z.string().regex(pattern, { error }).transform(Number).pipe(z.number());

export const seedSchema = z
  .string()
  .regex(/^[\w.-]{1,64}$/, { error: 'This must be 1 to 64 letters, digits, dots, dashes.' });

const startQuery = z.strictObject({
  count: number(/^\d{1,9}$/, 'This must be a whole number.')
    .pipe(z.number().min(1).max(messagesMax))
    .default(1_000),
  seconds: number(/^\d{1,6}(?:\.\d{1,3})?$/, 'This must be a number of seconds.')
    .pipe(z.number().max(secondsMax))
    .default(90),
  seed: seedSchema.optional(),
});

const sentQuery = z.strictObject({
  case: z.enum(messageCases as readonly [MessageCase, ...MessageCase[]]).optional(),
  topic: z.enum(topics).optional(),
  content: z
    .enum(['true', 'false'], { error: 'This must be true or false.' })
    .transform((given) => given === 'true')
    .optional(),
});

/** `destinations` is null for a simulator that only answers and has nowhere to send. */
export function simulationRoutes(
  server: FastifyInstance,
  stage: Stage,
  destinations: Destinations | null,
): void {
  server.get('/', (_request, reply) => reply.headers(page.headers).send(page.html));

  server.get('/start', (request, reply) => {
    const { count, seconds, seed: asked } = parsed(startQuery, request.query);
    if (destinations === null) throw new Problem(409, 'This simulator was given nowhere to send messages.');
    const seed = stage.nextSeed(asked);
    const plan = new MessagePlan(seed, count);
    stage.replace(new Simulation(seed, new Emission(plan, seconds, destinations)));
    return reply.code(202).send({ seed, seconds, ...plan.numbers });
  });

  server.get('/sent', () => stage.simulation.record);

  server.get('/sent/messages', (request, reply) => {
    const wanted = parsed(sentQuery, request.query);
    return sendList(reply, stage.simulation.emission?.sentMessages(wanted) ?? []);
  });

  server.get('/scenario', () => stage.scenario);

  server.put('/scenario', (request) => (stage.scenario = parsed(scenarioSchema, request.body)));
}
