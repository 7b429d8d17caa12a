/** What a handler may ask about the one who called it, on routes that are not public. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '@plaza/identity';
import type { FastifyRequest } from 'fastify';
import { callerOf } from './auth.guard';

/** The {@link Actor} on whose behalf the request is worked. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => caller(context).actor,
);

/** The id of the session that the access token belongs to; only people have one. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { sessionId } = caller(context);
  if (sessionId === null) throw new Error('A machine has no session: the route is to be for people only');
  return sessionId;
});

function caller(context: ExecutionContext): Caller {
  const known = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!known) throw new Error('Nobody is known on a public route');
  return known;
}
