/** All checks of a deployment, in the order in which an operator mends what they find. */
import type { Check } from './check';
import { databaseChecks } from './database-checks';
import { kafkaChecks } from './kafka-checks';
import { keyChecks } from './key-checks';
import { loginChecks } from './login-checks';
import { redisChecks } from './redis-checks';
import { replicaChecks } from './replica-checks';
import { roleChecks } from './role-checks';
import { settingsChecks } from './settings-checks';
import { tlsChecks } from './tls-checks';

export const deploymentChecks: readonly Check[] = [
  ...settingsChecks,
  ...tlsChecks,
  ...databaseChecks,
  ...roleChecks,
  ...replicaChecks,
  ...redisChecks,
  ...kafkaChecks,
  ...keyChecks,
  ...loginChecks,
];
