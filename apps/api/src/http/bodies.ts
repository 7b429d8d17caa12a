/**
 * Refuses bodies that no route means, before anything walks down them: nested deeper than anything here, where a megabyte of
 * brackets would take us off our feet, or with a field that the checks would pass over.
 */
import { InvalidInput } from '@plaza/platform';
import type { FastifyInstance } from 'fastify';

export const bodyDepthMax = 32;
/** Objects have some names by nature, so validation does not see that they were sent. */
export const isUnseen = (name: string) => name in Object.prototype;

export function restrictBodies(fastify: Pick<FastifyInstance, 'addHook' | 'removeContentTypeParser'>): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('preValidation', (request, _reply, done) => {
    const fault = faultOf(request.body);
    if (fault === undefined) done();
    else done(new InvalidInput([{ pointer: '', detail: fault }]));
  });
}

/** Looks level by level, so that it can itself go to any depth. */
function faultOf(body: unknown): string | undefined {
  // Validation would take it for an empty object.
  if (body === null) return 'must be an object';
  let level = [body].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > bodyDepthMax) return `must not be nested deeper than ${bodyDepthMax} levels`;
    const unseen = level.flatMap((part) => Object.keys(part).filter(isUnseen))[0];
    if (unseen !== undefined) return `must have no field named ${unseen}`;
    level = level.flatMap((part) => Object.values(part).filter(isNested));
  }
  return undefined;
}

function isNested(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Buffer.isBuffer(part);
}
