/**
 * The environment that each process gets: values here, secrets by reference. All names are those of
 * `libs/platform/src/environment.ts`.
 */
import { Secret as TaskSecret } from 'aws-cdk-lib/aws-ecs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { EngineSecrets } from './data.stack';
import type { Deployment } from './deployment';
import { ports, requestsPerTrace, type ProcessName } from './names';
import type { Size } from './sizes';

/** CloudFront and the load balancer: each adds the address from which it was asked. */
const proxies = 2;
/** Of the memory of a task, for objects that live long; the rest is buffers, code and the collector beside. */
const heapShare = 0.6;

export interface Secrets extends EngineSecrets {
  given: ISecret;
}

export function valuesFor(
  name: ProcessName | 'migrate',
  { deployment, size, brokers }: { deployment: Deployment; size: Size; brokers: string },
): Record<string, string> {
  const { memoryMb } = size.processes[name === 'migrate' ? 'worker' : name];
  return {
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    ...(name === 'migrate' ? {} : { PORT: String(ports[name]) }),
    NODE_OPTIONS: `--max-old-space-size=${Math.floor(memoryMb * heapShare)} --max-semi-space-size=32`,
    DATABASE_POOL_MAX: String(size.database.poolMax),
    KAFKA_BROKERS: brokers,
    KAFKA_TLS: '1',
    GATEWAY_URL: deployment.gatewayUrl,
    ERROR_LOG_URL: deployment.errorLogUrl,
    ...(deployment.screeningUrl === undefined ? {} : { SCREENING_URL: deployment.screeningUrl }),
    ...(deployment.transfersUrl === undefined ? {} : { TRANSFERS_URL: deployment.transfersUrl }),
    MAIL_FROM: deployment.mailFrom,
    CORS_ORIGINS: deployment.corsOrigins,
    REPORT_ZONE: deployment.reportZone,
    TRUST_PROXY: String(proxies),
    // The collector that stands in the same task.
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
    // Read by OpenTelemetry itself. X-Ray asks for each trace.
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: String(1 / requestsPerTrace),
  };
}

/** What is named in the secret that people give. */
const givenToAll = ['JWT_PRIVATE_KEYS', 'SEALING_KEYS', 'SMTP_URL', 'CLICKHOUSE_URL'] as const;

export function secretsFor(
  name: ProcessName | 'migrate',
  { deployment, secrets }: { deployment: Deployment; secrets: Secrets },
): Record<string, TaskSecret> {
  const given = (variable: string) =>
    [variable, TaskSecret.fromSecretsManager(secrets.given, variable)] as const;
  if (name === 'migrate') {
    return {
      DATABASE_OWNER_URL: TaskSecret.fromSecretsManager(secrets.owner, 'DATABASE_OWNER_URL'),
      ...Object.fromEntries(['JWT_PRIVATE_KEYS', 'SEALING_KEYS'].map(given)),
    };
  }
  const further = [
    ...(deployment.screeningUrl === undefined ? [] : ['SCREENING_AUTH']),
    ...(deployment.transfersUrl === undefined ? [] : ['TRANSFERS_AUTH']),
  ];
  return {
    DATABASE_URL: TaskSecret.fromSecretsManager(secrets.database, 'DATABASE_URL'),
    DATABASE_REPLICA_URLS: TaskSecret.fromSecretsManager(secrets.database, 'DATABASE_REPLICA_URLS'),
    REDIS_URL: TaskSecret.fromSecretsManager(secrets.cache, 'REDIS_URL'),
    KAFKA_USERNAME: TaskSecret.fromSecretsManager(secrets.stream, 'username'),
    KAFKA_PASSWORD: TaskSecret.fromSecretsManager(secrets.stream, 'password'),
    ...Object.fromEntries([...givenToAll, ...further].map(given)),
  };
}
