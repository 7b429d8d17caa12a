/**
 * Refuses what a route does not ask for: an address with a NUL, a query where it takes none, and a body that is not JSON where it says
 * nothing else. What is unknown inside of those is refused by the DTOs. So nothing that was misspelt or misplaced is passed over in
 * silence.
 */
import {
  Injectable,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { InvalidInput } from '@plaza/platform';
import type { FastifyRequest } from 'fastify';
import { isUnseen } from './bodies';
import { isForClients, takesOtherThanJson, takesQuery, type Handler } from './routes';

interface Wishes {
  query: boolean;
  otherThanJson: boolean;
}

@Injectable()
export class RequestGuard implements CanActivate {
  private readonly known = new WeakMap<Handler, Wishes>();

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseNul(request);
    const asksSomething = request.url.includes('?') || request.body !== undefined;
    // The machinery's own addresses are asked by programs with habits of theirs.
    if (!asksSomething || !isForClients(request)) return true;
    const wishes = this.wishesOf(context);
    refuseQuery(request, wishes);
    if (!wishes.otherThanJson) refuseOtherThanJson(request);
    return true;
  }

  private wishesOf(context: ExecutionContext): Wishes {
    const handler = context.getHandler() as Handler;
    const known = this.known.get(handler) ?? {
      query: takesQuery(context.getClass(), handler),
      otherThanJson: takesOtherThanJson(handler),
    };
    this.known.set(handler, known);
    return known;
  }
}

/** PostgreSQL keeps none, so nothing can be found by one. What stands in the query is looked at field by field. */
function refuseNul({ url }: FastifyRequest): void {
  if (!url.split('?', 1)[0]?.includes('%00')) return;
  throw new InvalidInput([{ pointer: '', detail: 'The address must not hold the character NUL (%00)' }]);
}

function refuseQuery({ query }: FastifyRequest, wishes: Wishes): void {
  refuseUnknown(Object.keys(query ?? {}).filter((name) => !wishes.query || isUnseen(name)));
}

/** @throws InvalidInput naming each of these parameters, if there are any */
export function refuseUnknown(parameters: readonly string[]): void {
  if (parameters.length === 0) return;
  throw new InvalidInput(
    parameters.map((name) => ({
      pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: `property ${name} should not exist`,
    })),
  );
}

function refuseOtherThanJson({ body, headers }: FastifyRequest): void {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  if (body === undefined || type.trim().toLowerCase() === 'application/json') return;
  throw new UnsupportedMediaTypeException('Bodies are application/json here');
}
