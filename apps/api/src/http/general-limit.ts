/**
 * The limit on requests of every kind, and how a caller is told of a limit: the fields `RateLimit-Policy` and `RateLimit` of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, PlazaError, SETTINGS, type Settings } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { policiesOf, windowSeconds, type Policy } from './rate-limit-policies';
import { FixedWindow, type Taken } from './rate-limit-window';

@Injectable()
export class GeneralLimit {
  private readonly policy: Policy;
  private readonly window: FixedWindow;

  constructor(@Inject(SETTINGS) { rateLimits }: Settings, clock: Clock) {
    this.policy = policiesOf(rateLimits).general;
    this.window = new FixedWindow(this.policy.requestsMax, windowSeconds * 1000, clock);
  }

  /** @throws PlazaError `request.rate-limited` when this caller has asked too often */
  admit(caller: string, reply: FastifyReply): true {
    return admitUnder(this.policy, this.window.take(caller), reply);
  }

  /**
   * Counts nothing.
   * @throws PlazaError `request.rate-limited` when this caller has asked too often already
   */
  refuseSpent(caller: string, reply: FastifyReply): void {
    const spent = this.window.spent(caller);
    if (spent) admitUnder(this.policy, spent, reply);
  }
}

/**
 * Tells how much is left.
 * @throws PlazaError `request.rate-limited` when nothing was
 */
export function admitUnder({ name, requestsMax }: Policy, taken: Taken, reply: FastifyReply): true {
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
