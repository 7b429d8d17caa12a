/**
 * Refuses who asks too often, and tells everybody how much is left: the fields `RateLimit-Policy` and `RateLimit` of
 * draft-ietf-httpapi-ratelimit-headers-10. Stands behind the guard that recognises callers: who is known is counted wherever they
 * come from, all others by their address.
 */
import {
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  Clock,
  keyOfActor,
  LOGGER,
  PlazaError,
  SETTINGS,
  type PlazaLogger,
  type Settings,
} from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from './auth.guard';
import { addressOf } from './caller-address';
import {
  policiesOf,
  RATE_LIMIT,
  windowSeconds,
  type Policies,
  type Policy,
  type StrictPolicyName,
} from './rate-limit-policies';
import { SharedLimits } from './rate-limit-shared';
import { FixedWindow, type Taken } from './rate-limit-window';
import { isForClients } from './routes';

@Injectable()
export class RateLimitGuard implements CanActivate, OnModuleDestroy {
  private readonly policies: Policies;
  private readonly general: FixedWindow;
  private readonly shared: SharedLimits;

  constructor(
    private readonly reflector: Reflector,
    clock: Clock,
    @Inject(SETTINGS) { rateLimits, redis }: Settings,
    @Inject(LOGGER) logger: PlazaLogger,
  ) {
    this.policies = policiesOf(rateLimits);
    this.general = new FixedWindow(this.policies.general.requestsMax, windowSeconds * 1000, clock);
    this.shared = new SharedLimits(Object.values(this.policies.strict), redis.url, clock, logger);
  }

  /** Answers at once under the general policy, without a turn through promises. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // What lies elsewhere is for the machinery: whether Plaza is well must not depend on how often somebody asks.
    if (!isForClients(request)) return true;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const actor = callerOf(request)?.actor;
    // Our own machines bring what must not be lost, and are not to be slowed down by what is meant for others.
    if (actor?.kind === 'system') return true;
    const caller = actor ? keyOfActor(actor) : `at ${addressOf(request)}`;
    const name = this.reflector.getAllAndOverride<StrictPolicyName | undefined>(RATE_LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (name === undefined) return admit(reply, this.policies.general, this.general.take(caller));
    const policy = this.policies.strict[name];
    return this.shared.take(policy, caller).then((taken) => admit(reply, policy, taken));
  }

  onModuleDestroy(): void {
    this.shared.close();
  }
}

function admit(reply: FastifyReply, { name, requestsMax }: Policy, taken: Taken): true {
  const resetSeconds = Math.ceil(taken.resetMs / 1000);
  void reply
    .header('ratelimit-policy', `"${name}";q=${String(requestsMax)};w=${String(windowSeconds)}`)
    .header('ratelimit', `"${name}";r=${String(taken.remaining)};t=${String(resetSeconds)}`);
  if (taken.allowed) return true;
  throw new PlazaError(
    'limit',
    'request.rate-limited',
    `No more than ${String(requestsMax)} requests like this are answered in ${String(windowSeconds)} seconds`,
    { retryAfter: resetSeconds, policy: name },
  );
}
