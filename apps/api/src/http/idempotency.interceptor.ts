/**
 * `Idempotency-Key` on unsafe requests: the same request sent again gets the first one's answer and has one effect
 * (IETF draft-ietf-httpapi-idempotency-key-header-07). The whole request is then one transaction with the memory of it.
 */
import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Idempotency, InvalidInput, keyOfActor, PlazaError } from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { contextOfRequest } from './correlation';

export const KEY_USE = 'plaza:idempotency-key';
/** Without a declaration a key may be sent. */
export type KeyUse = 'required' | 'unused';
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The request is refused without a key. */
export const RequiresIdempotencyKey = () => SetMetadata(KEY_USE, 'required');

/**
 * The route needs no key: its body carries an id made by the client, or its answer holds secrets that must not be kept. A key
 * that is sent is not looked at.
 */
export const WithoutIdempotencyKey = () => SetMetadata(KEY_USE, 'unused');

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (safeMethods.has(request.method)) return next.handle();
    const use = this.reflector.getAllAndOverride<KeyUse | undefined>(KEY_USE, [
      context.getHandler(),
      context.getClass(),
    ]);
    const header = request.headers['idempotency-key'];
    if (use === 'unused') return next.handle();
    if (header === undefined) {
      if (use === 'required') throw keyMissing();
      return next.handle();
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(readKey(header), request, reply, next));
  }

  private async once(
    key: string,
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const { actor } = contextOfRequest(request);
    const answer = await this.idempotency.once(
      {
        owner: actor ? keyOfActor(actor) : 'anyone',
        key,
        operation: `${request.method} ${request.url}`,
        body: request.body,
      },
      async () => {
        const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
        return { status: reply.statusCode, body };
      },
    );
    void reply.status(answer.status);
    if (answer.replayed) void reply.header('idempotency-replayed', 'true');
    return answer.body ?? undefined;
  }
}

/** The draft wants a quoted string (RFC 8941); many clients send it bare, and both are understood. */
function readKey(header: string | string[]): string {
  const text = Array.isArray(header) ? '' : header.trim();
  const key =
    /^"([\x20-\x21\x23-\x5b\x5d-\x7e]{1,255})"$/.exec(text)?.[1] ??
    /^[\x21\x23-\x7e]{1,255}$/.exec(text)?.[0];
  if (key === undefined) {
    throw new InvalidInput([
      { pointer: '/headers/idempotency-key', detail: 'must be one string of 1 to 255 printable characters' },
    ]);
  }
  return key;
}

function keyMissing(): PlazaError {
  return new PlazaError(
    'invalid',
    'request.idempotency-key-missing',
    'This request needs an Idempotency-Key, so that sending it again is safe',
  );
}
