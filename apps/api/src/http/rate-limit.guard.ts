/**
 * Refuses who asks too often, and tells everybody how much is left. Stands behind the guard that recognises callers: who is known is
 * counted wherever they come from, all others by their address.
 */
import {
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock, keyOfActor, LOGGER, SETTINGS, type PlazaLogger, type Settings } from '@plaza/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from './auth.guard';
import { callerAt } from './caller-address';
import { admitUnder, GeneralLimit } from './general-limit';
import { policiesOf, RATE_LIMIT, type Policies, type StrictPolicyName } from './rate-limit-policies';
import { SharedLimits } from './rate-limit-shared';
import { isForClients } from './routes';

@Injectable()
export class RateLimitGuard implements CanActivate, OnModuleDestroy {
  private readonly policies: Policies;
  private readonly shared: SharedLimits;

  constructor(
    private readonly reflector: Reflector,
    private readonly general: GeneralLimit,
    clock: Clock,
    @Inject(SETTINGS) { rateLimits, redis }: Settings,
    @Inject(LOGGER) logger: PlazaLogger,
  ) {
    this.policies = policiesOf(rateLimits);
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
    const caller = actor ? keyOfActor(actor) : callerAt(request);
    const name = this.reflector.getAllAndOverride<StrictPolicyName | undefined>(RATE_LIMIT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (name === undefined) return this.general.admit(caller, reply);
    const policy = this.policies.strict[name];
    return this.shared.take(policy, caller).then((taken) => admitUnder(policy, taken, reply));
  }

  onModuleDestroy(): void {
    this.shared.close();
  }
}
