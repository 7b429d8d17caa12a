/**
 * Counts requests for all processes together, in Redis; by each process for itself where there is no Redis, or while it is away.
 * A limit must not be the reason that nobody can sign in.
 */
import { createClient } from '@keyv/redis';
import type { PlazaLogger } from '@plaza/platform';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { windowSeconds, type Policy } from './rate-limit-policies';
import type { Taken } from './rate-limit-window';

const answerTimeoutMs = 250;
const connectTimeoutMs = 1_000;
const reconnectMsMax = 3_000;

export class SharedLimits {
  private readonly limiters = new Map<Policy, RateLimiterAbstract>();
  private readonly redis: ReturnType<typeof connect> | undefined;

  constructor(policies: Policy[], redisUrl: string | undefined, logger: PlazaLogger) {
    this.redis = redisUrl === undefined ? undefined : connect(redisUrl, logger);
    for (const policy of policies) this.limiters.set(policy, this.limiterOf(policy));
  }

  async take(policy: Policy, caller: string): Promise<Taken> {
    const limiter = this.limiters.get(policy);
    if (!limiter) throw new Error(`Nothing is counted for the policy ${policy.name}`);
    try {
      return takenOf(await limiter.consume(caller), true);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return takenOf(refused, false);
      throw refused;
    }
  }

  close(): void {
    this.redis?.destroy();
  }

  private limiterOf({ name, requestsMax: points }: Policy): RateLimiterAbstract {
    const options = { keyPrefix: `plaza:limit:${name}`, points, duration: windowSeconds };
    const memory = new RateLimiterMemory(options);
    if (!this.redis) return memory;
    return new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
      insuranceLimiter: memory,
    });
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
