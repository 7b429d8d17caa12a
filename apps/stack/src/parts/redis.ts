/** Redis, for what can be thrown away: the product list, rate limits. */
import { join } from 'node:path';
import { isRedisAnswering, runningRedis, startRedis } from '@plaza/engines';
import type { Plan } from '../plan';
import type { Part } from './part';

export function redisPart({ folder: stackFolder, programsFolder, ports }: Plan): Part {
  const folder = join(stackFolder, 'redis');
  return {
    name: 'redis',
    title: 'Redis',
    port: ports.redis,
    portNames: ['redis'],
    pid: async () => (await runningRedis(folder))?.pid,
    start: async (log) => {
      await startRedis({ folder, programsFolder, port: ports.redis, detached: true, log });
    },
    fault: async () => ((await isRedisAnswering(ports.redis)) ? undefined : 'it does not answer'),
    stop: async () => (await runningRedis(folder))?.stop(),
  };
}
