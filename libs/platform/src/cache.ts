/**
 * Holds what can be thrown away and read again. In Redis when one is configured, so that all processes share it, else in
 * memory. The cache being away only costs time: a failing or slow Redis counts as a miss and is noticed in the log once.
 */
import KeyvRedis from '@keyv/redis';
import { Keyv } from 'keyv';
import type { PlazaLogger } from './logger';

const answerTimeoutMs = 250;
const connectTimeoutMs = 1_000;
const memoryEntriesMax = 5_000;
const memoryTtlCheckMs = 30_000;

export function createCacheStore(redisUrl: string | undefined, logger: PlazaLogger): Keyv {
  if (redisUrl === undefined)
    return new Keyv({ namespace: 'plaza', store: new BoundedMap(memoryEntriesMax) });
  const redis = new KeyvRedis(
    {
      url: redisUrl,
      disableOfflineQueue: true,
      commandOptions: { timeout: answerTimeoutMs },
      socket: {
        connectTimeout: connectTimeoutMs,
        reconnectStrategy: (retries: number) => Math.min(100 * 2 ** retries, memoryTtlCheckMs / 10),
      },
    },
    { throwOnConnectError: false, throwOnErrors: false, connectionTimeout: connectTimeoutMs },
  );
  const keyv = new Keyv({ namespace: 'plaza', store: redis, throwOnErrors: false });
  let failing = false;
  keyv.on('error', (error: unknown) => {
    if (!failing) logger.warn({ err: error }, 'The cache cannot be reached; answers come from the database');
    failing = true;
  });
  redis.client.on('ready', () => {
    if (failing) logger.info('The cache can be reached again');
    failing = false;
  });
  return keyv;
}

/** A map that drops what was written longest ago when it is full. */
class BoundedMap<Value> extends Map<string, Value> {
  constructor(private readonly entriesMax: number) {
    super();
  }

  override set(key: string, value: Value): this {
    this.delete(key);
    super.set(key, value);
    for (const oldest of this.keys()) {
      if (this.size <= this.entriesMax) break;
      this.delete(oldest);
    }
    return this;
  }
}
