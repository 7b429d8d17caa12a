/**
 * Lets nobody in whom the route does not declare: recognises the bearer of an access token and compares with the route's
 * access. Verifying a signature costs more than everything else here, so tokens that were verified are remembered until
 * they expire; that their session has not ended meanwhile is known without asking the database.
 */
import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import { Caller, Revocations, TokenKeys } from '@plaza/identity';
import { ACCESS, Clock, PlazaError, requestContext, type Access } from '@plaza/platform';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { accessTokenStrategy, verifyWith } from '../identity/access-token.strategy';

/** About 2 kB each. */
const rememberedTokensMax = 10_000;
const bearer = /^Bearer +(\S+) *$/i;

const callers = new WeakMap<FastifyRequest, Caller>();

/** Who sent this request; undefined on a public route. */
export function callerOf(request: FastifyRequest): Caller | undefined {
  return callers.get(request);
}

@Injectable()
export class AuthGuard extends PassportGuard(accessTokenStrategy) {
  private readonly remembered = new LRUCache<string, Caller>({ max: rememberedTokensMax });

  constructor(
    private readonly reflector: Reflector,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {
    super();
  }

  /** Answers at once where the token is known, without a turn through promises. */
  override canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access?.for === 'everyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = tokenOf(request);
    const known = this.remembered.get(token);
    return known ? this.admit(request, known, access) : this.verify(context, request, token, access);
  }

  /** Passport tells here what it found out. */
  override handleRequest<Verified>(error: unknown, verified: Verified): Verified {
    if (error)
      throw error instanceof Error ? error : new Error('The token could not be verified', { cause: error });
    if (!(verified instanceof Caller)) throw tokenInvalid('This access token is not one of ours');
    return verified;
  }

  private async verify(
    context: ExecutionContext,
    request: FastifyRequest & { user?: unknown },
    token: string,
    access: Access | undefined,
  ): Promise<boolean> {
    verifyWith(request, this.keys);
    await super.canActivate(context);
    const caller = request.user;
    if (!(caller instanceof Caller)) throw tokenInvalid('This access token is not one of ours');
    const admitted = this.admit(request, caller, access);
    this.remembered.set(token, caller);
    return admitted;
  }

  private admit(request: FastifyRequest, caller: Caller, access: Access | undefined): true {
    const nowMs = this.clock.now().getTime();
    if (nowMs >= caller.expiresAtMs) throw tokenExpired();
    if (nowMs < caller.notBeforeMs) throw tokenInvalid('This access token is not valid yet');
    if (this.revocations.voids(caller)) {
      throw tokenInvalid('The session of this access token has ended; please sign in again');
    }
    callers.set(request, caller);
    requestContext.current().actor = caller.actor;
    if (!access || !isAllowed(caller, access)) throw notAllowed(access);
    return true;
  }
}

function tokenOf(request: FastifyRequest): string {
  const { authorization } = request.headers;
  const token = authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw new PlazaError(
    'unauthenticated',
    'identity.token-missing',
    'This needs an access token: Authorization: Bearer …',
  );
}

function isAllowed({ actor, scopes, sessionId }: Caller, access: Access): boolean {
  switch (access.for) {
    case 'everyone':
      return true;
    case 'roles':
      return access.roles.some((role) => role === actor.kind || (role === 'staff' && actor.kind === 'admin'));
    case 'scope':
      return sessionId === null && scopes.has(access.scope);
    case 'partners':
      if (actor.kind === 'partner') return scopes.has(access.scope);
      return actor.kind === 'staff' || actor.kind === 'admin';
  }
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

function notAllowed(access: Access | undefined): PlazaError {
  const wanted =
    access?.for === 'scope' || access?.for === 'partners'
      ? { scope: access.scope }
      : access?.for === 'roles'
        ? { roles: access.roles }
        : {};
  return new PlazaError('forbidden', 'identity.not-allowed', 'This is not for you', wanted);
}
