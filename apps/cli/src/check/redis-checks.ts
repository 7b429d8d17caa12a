/** Redis, which holds what can be read again and the counts of rate limits. */
import type { Settings } from '@plaza/platform';
import { named } from './addresses';
import { foundWhere, type Check } from './check';

const isConfigured = ({ redis }: Settings) => redis.url !== undefined;

export const redisChecks: Check[] = [
  {
    name: 'redis.password',
    weight: 'fault',
    why: 'Whoever reaches a Redis without a password writes the answers that customers get.',
    mend: 'Set requirepass or a user of its own in Redis, and put both into REDIS_URL.',
    concerns: isConfigured,
    look: ({ settings: { redis } }) =>
      redis.url === undefined
        ? []
        : foundWhere(new URL(redis.url).password === '', `${named('REDIS_URL', redis.url)} has no password`),
  },
  {
    name: 'redis.bounded',
    weight: 'warning',
    why: 'A cache without a limit grows until the machine has no memory.',
    mend: 'Set maxmemory in Redis.',
    concerns: isConfigured,
    look: async (deployment) =>
      foundWhere((await deployment.memoryOfRedis()).get('maxmemory') === '0', 'maxmemory is not set'),
  },
  {
    name: 'redis.evicts',
    weight: 'fault',
    why: 'A full cache that lets go of nothing takes nothing new: every list is then read from the database.',
    mend: 'Set maxmemory-policy to allkeys-lru in Redis.',
    concerns: isConfigured,
    look: async (deployment) => {
      const memory = await deployment.memoryOfRedis();
      const isBounded = memory.get('maxmemory') !== '0';
      return foundWhere(
        isBounded && memory.get('maxmemory_policy') === 'noeviction',
        'maxmemory-policy is noeviction',
      );
    },
  },
];
