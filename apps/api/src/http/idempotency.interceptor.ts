/**
 * `Idempotency-Key` on every unsafe request: the same request sent again gets the first one's answer and has one effect
 * (IETF draft-ietf-httpapi-idempotency-key-header-07). The whole request is then one transaction with the memory of it, unless its
 * route may be done again.
 */
import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  Idempotency,
  idNamed,
  InvalidInput,
  keyOfActor,
  PlazaError,
  type KeyedRequest,
} from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { contextOfRequest } from './correlation';

export const KEY_USE = 'plaza:idempotency-key';
export const SECRET_ANSWER = 'plaza:secret-answer';

/** Without a declaration a key may be sent, and the request is one transaction. */
export type KeyUse = 'required' | 'may-be-repeated';

export interface SecretAnswer {
  /** How long the answer to a key is kept; a day unless told. */
  keptMs?: number;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The request is refused without a key. */
export const RequiresIdempotencyKey = () => SetMetadata(KEY_USE, 'required' satisfies KeyUse);

/**
 * For routes that work in transactions of their own, together with others, or with what is outside: what they do has one effect
 * however often it is done, by an id or by what stands already. The answer is remembered after it.
 */
export const MayBeRepeated = () => SetMetadata(KEY_USE, 'may-be-repeated' satisfies KeyUse);

/** The answer tells what may be read by nobody else: what is kept of it under a key is sealed. */
export const TellsSecrets = (answer: SecretAnswer = {}) => SetMetadata(SECRET_ANSWER, answer);

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (safeMethods.has(request.method)) return next.handle();
    const declared = <T>(name: string) =>
      this.reflector.getAllAndOverride<T | undefined>(name, [context.getHandler(), context.getClass()]);
    const use = declared<KeyUse>(KEY_USE);
    const header = request.headers['idempotency-key'];
    if (header === undefined) {
      if (use === 'required') throw keyMissing();
      return next.handle();
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const keyed = keyedRequest(request, readKey(header), declared<SecretAnswer>(SECRET_ANSWER));
    contextOfRequest(request).idOfKey = idNamed([keyed.owner, keyed.operation, keyed.key].join(' '));
    return from(this.answer(keyed, use, reply, next));
  }

  private async answer(
    keyed: KeyedRequest,
    use: KeyUse | undefined,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const work = async () => {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      return { status: reply.statusCode, body };
    };
    const answer =
      use === 'may-be-repeated'
        ? await this.idempotency.afterwards(keyed, work)
        : await this.idempotency.once(keyed, work);
    void reply.status(answer.status);
    if (answer.replayed) void reply.header('idempotency-replayed', 'true');
    return answer.body ?? undefined;
  }
}

function keyedRequest(request: FastifyRequest, key: string, secret: SecretAnswer | undefined): KeyedRequest {
  const { actor } = contextOfRequest(request);
  return {
    owner: actor ? keyOfActor(actor) : 'anyone',
    key,
    operation: `${request.method} ${request.url}`,
    content: contentOf(request),
    ...(secret && { ...secret, secret: true }),
  };
}

/** Where nobody is known before the route looks at credentials, they may stand beside the body, too. */
function contentOf({ body, headers: { authorization } }: FastifyRequest): unknown {
  const content = Buffer.isBuffer(body) ? body.toString('base64') : body;
  return /^basic /i.test(authorization ?? '') ? { content, authorization } : content;
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
