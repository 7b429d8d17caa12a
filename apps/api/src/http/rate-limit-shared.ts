/**
 * Counts requests for all processes together, in Redis; by each process for itself where there is no Redis, or while it is away.
 * A limit must not be the reason that nobody can sign in.
 */
import { createClient } from '@keyv/redis';
import type { Clock, PlazaLogger } from '@plaza/platform';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { windowSeconds, type Policy } from './rate-limit-policies';
import { FixedWindow, type Taken } from './rate-limit-window';

const answerTimeoutMs = 250;
const connectTimeoutMs = 1_000;
const reconnectMsMax = 3_000;

interface Limiter {
  /** Undefined where there is no Redis. */
  together: RateLimiterRedis | undefined;
  here: FixedWindow;
}

export class SharedLimits {
  private readonly limiters = new Map<Policy, Limiter>();
  private readonly redis: ReturnType<typeof connect> | undefined;

  constructor(policies: Policy[], redisUrl: string | undefined, clock: Clock, logger: PlazaLogger) {
    this.redis = redisUrl === undefined ? undefined : connect(redisUrl, logger);
    for (const policy of policies) {
      const here = new FixedWindow(policy.requestsMax, windowSeconds * 1000, clock);
      this.limiters.set(policy, { together: this.limiterOf(policy), here });
    }
  }

  async take(policy: Policy, caller: string): Promise<Taken> {
    const limiter = this.limiters.get(policy);
    if (!limiter) throw new Error(`Nothing is counted for the policy ${policy.name}`);
    const { together, here } = limiter;
    if (!together) return here.take(caller);
    try {
      return takenOf(await together.consume(caller), true);
    } catch (refused) {
      // Everything else is said by a Redis that is away.
      return refused instanceof RateLimiterRes ? takenOf(refused, false) : here.take(caller);
    }
  }

  close(): void {
    this.redis?.destroy();
  }

  private limiterOf({ name, requestsMax: points }: Policy): RateLimiterRedis | undefined {
    return (
      this.redis &&
      new RateLimiterRedis({
        keyPrefix: `plaza:limit:${name}`,
        points,
        duration: windowSeconds,
        storeClient: this.redis,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
      })
    );
  }
}

function takenOf({ remainingPoints, msBeforeNext }: RateLimiterRes, allowed: boolean): Taken {
  return { allowed, remaining: remainingPoints, resetMs: msBeforeNext };
}

function connect(url: string, logger: PlazaLogger) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: answerTimeoutMs },
    socket: {
      connectTimeout: connectTimeoutMs,
      reconnectStrategy: (retries: number) => Math.min(100 * 2 ** retries, reconnectMsMax),
    },
  });
  let failing = false;
  client.on('error', (error: unknown) => {
    if (!failing)
      logger.warn({ err: error }, 'Redis cannot be reached; each process limits sign-ins for itself');
    failing = true;
  });
  client.on('ready', () => {
    if (failing) logger.info('Redis can be reached again; sign-ins are limited together');
    failing = false;
  });
  // It goes on trying by itself, and says so by the event above.
  client.connect().catch(() => undefined);
  return client;
}
