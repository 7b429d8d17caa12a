/**
 * Recognises the bearer of an access token. Verifying a signature costs more than everything else here, so tokens that were verified
 * are remembered until they expire; that their session has not ended meanwhile is known without asking the database. What somebody
 * who was recognised may do is for the guard of access.
 */
import { Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import { Caller, Revocations, TokenKeys } from '@plaza/identity';
import { Clock, PlazaError, requestContext } from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { accessTokenStrategy, verifyWith } from '../identity/access-token.strategy';
import { callerAt } from './caller-address';
import { GeneralLimit } from './general-limit';
import { accessTo, isForClients } from './routes';

/** About 2 kB each. */
const rememberedTokensMax = 10_000;
const bearer = /^Bearer +(\S+) *$/i;

const ALSO_WHEN_ENDED = 'plaza:also-when-ended';

/** The route ends the session of the token: whoever lost the answer may come again with a token that is void by that. */
export const AlsoWhenEnded = () => SetMetadata(ALSO_WHEN_ENDED, true);

const callers = new WeakMap<FastifyRequest, Caller>();

/** Who sent this request; undefined on a public route. */
export function callerOf(request: FastifyRequest): Caller | undefined {
  return callers.get(request);
}

@Injectable()
export class AuthGuard extends PassportGuard(accessTokenStrategy) {
  private readonly remembered = new LRUCache<string, Caller>({ max: rememberedTokensMax });

  constructor(
    private readonly revocations: Revocations,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
    private readonly limit: GeneralLimit,
    private readonly reflector: Reflector,
  ) {
    super();
  }

  /** Answers at once where the token is known, without a turn through promises. */
  override canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    if (accessTo(context)?.for === 'everyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    try {
      const token = tokenIn(request);
      const known = this.remembered.get(token);
      if (known) return this.recognise(context, request, known);
      this.limit.refuseSpent(callerAt(request), reply);
      return this.verify(context, request, token).catch((error: unknown) => {
        throw this.counted(error, request, reply);
      });
    } catch (error) {
      throw this.counted(error, request, reply);
    }
  }

  /** Passport tells here what it found out. */
  override handleRequest<Verified>(error: unknown, verified: Verified): Verified {
    if (error)
      throw error instanceof Error ? error : new Error('The token could not be verified', { cause: error });
    if (!(verified instanceof Caller)) throw tokenInvalid('This access token is not one of ours');
    return verified;
  }

  /**
   * Who is refused is counted by their address: they never get to the limits behind this guard.
   * @throws PlazaError `request.rate-limited`
   */
  private counted(error: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (error instanceof PlazaError && error.kind === 'limit') return error;
    if (isForClients(request)) this.limit.admit(callerAt(request), reply);
    return error;
  }

  private async verify(
    context: ExecutionContext,
    request: FastifyRequest & { user?: unknown },
    token: string,
  ): Promise<boolean> {
    verifyWith(request, this.keys);
    await super.canActivate(context);
    const caller = request.user;
    if (!(caller instanceof Caller)) throw tokenInvalid('This access token is not one of ours');
    const recognised = this.recognise(context, request, caller);
    this.remembered.set(token, caller);
    return recognised;
  }

  private recognise(context: ExecutionContext, request: FastifyRequest, caller: Caller): true {
    const nowMs = this.clock.now().getTime();
    if (nowMs >= caller.expiresAtMs) throw tokenExpired();
    if (nowMs < caller.notBeforeMs) throw tokenInvalid('This access token is not valid yet');
    if (
      this.revocations.voids(caller) &&
      !this.reflector.get<boolean>(ALSO_WHEN_ENDED, context.getHandler())
    ) {
      throw tokenInvalid('The session of this access token has ended; please sign in again');
    }
    callers.set(request, caller);
    requestContext.current().actor = caller.actor;
    return true;
  }
}

function tokenIn({ headers: { authorization } }: FastifyRequest): string {
  const token = authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw new PlazaError(
    'unauthenticated',
    'identity.token-missing',
    'This needs an access token: Authorization: Bearer …',
  );
}

function tokenInvalid(detail: string): PlazaError {
  return new PlazaError('unauthenticated', 'identity.token-invalid', detail);
}

function tokenExpired(): PlazaError {
  return new PlazaError(
    'unauthenticated',
    'identity.token-expired',
    'This access token has expired; a refresh token gives a new one',
  );
}
