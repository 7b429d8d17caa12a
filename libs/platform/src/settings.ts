/**
 * The one place that reads the environment. Every fault is found before anything starts and all of them are told at once,
 * so that an operator mends a configuration in one round.
 */
import type { z } from 'zod';
import { environment, type Environment } from './environment';

const minuteMs = 60_000;

export interface KafkaSettings {
  brokers: string[];
  groupPrefix: string;
  /** Configured names of topics that the code calls by a fixed name. */
  topicNames: Record<string, string>;
  /** Whether brokers are spoken to over TLS, and have to prove who they are. */
  tls: boolean;
  /** With what we prove who we are (SCRAM-SHA-512); without it brokers let everybody in. */
  login: { username: string; password: string } | undefined;
}

export interface ScreeningSettings {
  url: string;
  /** What is sent as `Authorization`. */
  authorization: string | undefined;
  timeoutMs: number;
  /** What becomes of a payment that the service gives no answer about. */
  policy: 'allow' | 'review';
  /** A payment with a higher risk goes to review; from 5 to 95. */
  riskMax: number;
  /** The name under which the service is asked about a payment, with `{paymentId}` where its id stands. */
  subject: string;
}

/** Everything that can be configured, by what it is about. Durations in milliseconds. */
export interface Settings {
  environment: 'development' | 'test' | 'production';
  /** The address to listen on: loopback, unless a container or a proxy decides what is open to the world. */
  host: string;
  port: number;
  logLevel: string;
  database: { url: string; ownerUrl: string; replicaUrls: string[]; poolMax: number };
  redis: { url: string | undefined };
  /** A server, or a folder for the engine within this process; without either no totals are kept over time. */
  clickhouse: { url: string } | { folder: string } | undefined;
  kafka: KafkaSettings | undefined;
  gateway: { url: string; timeoutMs: number; callsMax: number; attemptsMax: number; refundPath: string };
  errorLog: { url: string };
  /** Without an address nothing is screened. */
  screening: ScreeningSettings | undefined;
  transfers: {
    /** The real-time database that is followed; without it none is. */
    source:
      { url: string; auth: string | undefined; trustedHosts: string[]; silenceMsMax: number } | undefined;
    /** Records that are older are left alone. */
    ageMsMax: number;
    /** In which the dates of records are written. */
    zone: string;
    audio: { field: string; templates: string[] };
  };
  webhooks: {
    timeoutMs: number;
    /** Partners may name machines of our own: to try things out, and never in production. */
    privateAddresses: boolean;
    httpsOnly: boolean;
  };
  /** Without a server mail is captured. */
  mail: { smtpUrl: string | undefined; from: string };
  identity: { privateKeys: string[] };
  sealingKeys: Buffer[];
  orders: { cartHoldMs: number; paymentMs: number };
  /** How long the audit log has a month before it is taken out of it. */
  audit: { keptMonths: number };
  /** In whose weeks the report counts, and when in a week that of the week before is sent: the first time that fits. */
  report: { zone: string; cron: string };
  /** Where spans are sent; without it nothing is traced. */
  tracing: { endpoint: string | undefined };
  corsOrigins: string[];
  /** Whose `X-Forwarded-For` is believed: this many proxies before us, or those at these addresses; false is nobody's. */
  trustProxy: number | string[] | false;
  /** Requests that are answered in a minute: per caller, and per address on the routes that give tokens. */
  rateLimits: { perMinute: number; signInPerMinute: number };
  /** For the process that brings everything along. */
  standalone: { dataFolder: string; demo: boolean; simulatorPort: number };
}

/** Dependency-injection token of {@link Settings}. */
export const SETTINGS = Symbol('settings');

/** The environment cannot be used; `faults` names every variable that is wrong and why. */
export class SettingsError extends Error {
  constructor(readonly faults: string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * Reads the settings from environment variables; an empty value counts as unset.
 * @throws SettingsError with all faults at once
 */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = environment.safeParse(set);
  const faults = read.success ? [] : read.error.issues.map((issue) => faultOf(issue, set));
  faults.push(...missingCompanions(set), ...notForProduction(set));
  if (!read.success || faults.length > 0) throw new SettingsError(faults);
  return arranged(read.data);
}

function faultOf({ path, message }: z.core.$ZodIssue, set: Record<string, unknown>): string {
  const name = path.map(String)[0] ?? 'environment';
  return set[name] === undefined ? `${name} is not set` : `${name} ${sentence(message)}`;
}

/** What has to be there because something else is. */
const companions = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['TRANSFERS_URL', 'SCREENING_URL'],
  ['KAFKA_USERNAME', 'KAFKA_PASSWORD'],
] as const;

function missingCompanions(set: Record<string, unknown>): string[] {
  return companions
    .filter(([name, companion]) => set[name] !== undefined && set[companion] === undefined)
    .map(([name, companion]) => `${companion} must be set where ${name} is`);
}

function notForProduction(set: Record<string, unknown>): string[] {
  const opensOurs = set['NODE_ENV'] === 'production' && set['WEBHOOK_PRIVATE_ADDRESSES'] === '1';
  return opensOurs ? ['WEBHOOK_PRIVATE_ADDRESSES must not be 1 where NODE_ENV is production'] : [];
}

function arranged(value: Environment): Settings {
  return {
    environment: value.NODE_ENV,
    host: value.HOST,
    port: value.PORT,
    logLevel: value.LOG_LEVEL,
    database: databaseOf(value),
    redis: { url: value.REDIS_URL },
    clickhouse: clickhouseOf(value),
    kafka: kafkaOf(value),
    gateway: {
      url: value.GATEWAY_URL,
      timeoutMs: value.GATEWAY_TIMEOUT_MS,
      callsMax: value.GATEWAY_CALLS_MAX,
      attemptsMax: value.GATEWAY_ATTEMPTS_MAX,
      refundPath: value.GATEWAY_REFUND_PATH,
    },
    errorLog: { url: value.ERROR_LOG_URL },
    screening: screeningOf(value),
    transfers: transfersOf(value),
    webhooks: webhooksOf(value),
    mail: { smtpUrl: value.SMTP_URL, from: value.MAIL_FROM },
    identity: { privateKeys: value.JWT_PRIVATE_KEYS },
    sealingKeys: value.SEALING_KEYS,
    orders: {
      cartHoldMs: value.CART_HOLD_MINUTES * minuteMs,
      paymentMs: value.ORDER_PAYMENT_MINUTES * minuteMs,
    },
    audit: { keptMonths: value.AUDIT_KEPT_MONTHS },
    report: { zone: value.REPORT_ZONE, cron: value.REPORT_CRON },
    tracing: { endpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT },
    corsOrigins: value.CORS_ORIGINS,
    trustProxy: value.TRUST_PROXY ?? false,
    rateLimits: {
      perMinute: value.RATE_LIMIT_PER_MINUTE,
      signInPerMinute: value.RATE_LIMIT_SIGN_IN_PER_MINUTE,
    },
    standalone: {
      dataFolder: value.PLAZA_DATA_DIR,
      demo: value.PLAZA_DEMO === '1' && value.NODE_ENV !== 'production',
      simulatorPort: value.SIMULATOR_PORT,
    },
  };
}

function kafkaOf(value: Environment): KafkaSettings | undefined {
  if (value.KAFKA_BROKERS === undefined) return undefined;
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = value;
  return {
    brokers: value.KAFKA_BROKERS,
    groupPrefix: value.KAFKA_GROUP_PREFIX,
    topicNames: { online: value.KAFKA_ONLINE_TOPIC, offline: value.KAFKA_OFFLINE_TOPIC },
    tls: value.KAFKA_TLS === '1',
    login: username === undefined || password === undefined ? undefined : { username, password },
  };
}

function screeningOf(value: Environment): ScreeningSettings | undefined {
  if (value.SCREENING_URL === undefined) return undefined;
  return {
    url: value.SCREENING_URL,
    authorization: value.SCREENING_AUTH,
    timeoutMs: value.SCREENING_TIMEOUT_MS,
    policy: value.SCREENING_POLICY,
    riskMax: value.SCREENING_RISK_MAX,
    subject: value.SCREENING_SUBJECT,
  };
}

function transfersOf(value: Environment): Settings['transfers'] {
  const url = value.TRANSFERS_URL;
  return {
    source:
      url === undefined
        ? undefined
        : {
            url,
            auth: value.TRANSFERS_AUTH,
            trustedHosts: value.TRANSFERS_TRUSTED_HOSTS,
            silenceMsMax: value.TRANSFERS_SILENCE_MS,
          },
    ageMsMax: value.TRANSFERS_AGE_MAX_MINUTES * minuteMs,
    zone: value.TRANSFERS_ZONE,
    audio: {
      field: value.TRANSFERS_AUDIO_FIELD,
      // A record that names no stream is asked about as the stream under its own key.
      templates: value.TRANSFERS_AUDIO_URLS ?? (url === undefined ? [] : [`${url}/Audio/{key}`]),
    },
  };
}

function databaseOf(value: Environment): Settings['database'] {
  return {
    url: value.DATABASE_URL,
    ownerUrl: value.DATABASE_OWNER_URL ?? value.DATABASE_URL,
    replicaUrls: value.DATABASE_REPLICA_URLS,
    poolMax: value.DATABASE_POOL_MAX,
  };
}

function clickhouseOf({
  CLICKHOUSE_URL: url,
  CLICKHOUSE_FOLDER: folder,
}: Environment): Settings['clickhouse'] {
  if (url !== undefined) return { url };
  return folder === undefined ? undefined : { folder };
}

function webhooksOf(value: Environment): Settings['webhooks'] {
  return {
    timeoutMs: value.WEBHOOK_TIMEOUT_MS,
    privateAddresses: value.WEBHOOK_PRIVATE_ADDRESSES === '1',
    httpsOnly: value.NODE_ENV === 'production',
  };
}

/** zod says "Invalid input: expected number"; beside a variable's name that reads better in lower case. */
function sentence(message: string): string {
  return message.startsWith('must') ? message : `is refused: ${message}`;
}
