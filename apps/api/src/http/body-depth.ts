/**
 * Refuses bodies that are nested deeper than anything here means. What checks, compares and remembers a body walks down it, and a
 * megabyte of brackets would take it off its feet.
 */
import { InvalidInput } from '@plaza/platform';
import type { FastifyInstance } from 'fastify';

export const bodyDepthMax = 32;

export function refuseDeepBodies(fastify: Pick<FastifyInstance, 'addHook'>): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (isDeeperThan(request.body, bodyDepthMax)) done(tooDeep());
    else done();
  });
}

/** Level by level, so that it can itself go to any depth. */
function isDeeperThan(body: unknown, depthMax: number): boolean {
  let level = [body].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > depthMax) return true;
    level = level.flatMap((part) => Object.values(part).filter(isNested));
  }
  return false;
}

function isNested(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Buffer.isBuffer(part);
}

function tooDeep(): InvalidInput {
  return new InvalidInput([{ pointer: '', detail: `must not be nested deeper than ${bodyDepthMax} levels` }]);
}
