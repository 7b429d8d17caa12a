/**
 * Refuses what a route does not ask for: a query where it takes none. Those that take one refuse what is unknown in it by its DTO.
 * A parameter that was misspelt, or meant for another route, is so never passed over in silence.
 */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { InvalidInput } from '@plaza/platform';
import type { FastifyRequest } from 'fastify';
import { takesQuery, type Handler } from './routes';

/** The machinery's own addresses are asked by programs with habits of theirs. */
const ours = '/v1/';

@Injectable()
export class QueryGuard implements CanActivate {
  private readonly known = new WeakMap<Handler, boolean>();

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.url.includes('?') || !request.url.startsWith(ours) || this.takes(context)) return true;
    const names = Object.keys(request.query ?? {});
    if (names.length === 0) return true;
    throw new InvalidInput(
      names.map((name) => ({
        pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        detail: `property ${name} should not exist`,
      })),
    );
  }

  private takes(context: ExecutionContext): boolean {
    const handler = context.getHandler() as Handler;
    const known = this.known.get(handler) ?? takesQuery(context.getClass(), handler);
    this.known.set(handler, known);
    return known;
  }
}
