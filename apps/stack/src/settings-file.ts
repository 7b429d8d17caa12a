/** Where the stack is and with which keys to use it: what `npm run start:api` and the others read. */
import { keptKeys, oneMachineLimits, type PlazaDatabase } from '@plaza/engines';
import { brokersOf } from './parts/kafka';
import { simulatorUrlOf } from './parts/simulator';
import type { Plan } from './plan';

export async function settingsFor(plan: Plan, database: PlazaDatabase): Promise<Record<string, string>> {
  const keys = await keptKeys(plan.folder);
  const replica = new URL(database.appUrl);
  replica.port = String(plan.ports.replica);
  return {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_REPLICA_URLS: replica.toString(),
    REDIS_URL: `redis://127.0.0.1:${plan.ports.redis}`,
    KAFKA_BROKERS: brokersOf(plan),
    GATEWAY_URL: simulatorUrlOf(plan),
    ERROR_LOG_URL: simulatorUrlOf(plan),
    SCREENING_URL: simulatorUrlOf(plan),
    TRANSFERS_URL: simulatorUrlOf(plan),
    JWT_PRIVATE_KEYS: keys.jwtPrivateKey,
    SEALING_KEYS: keys.sealingKey,
    ...oneMachineLimits,
  };
}
