/** What the environment says by itself, before anything is connected to. */
import type { Settings } from '@plaza/platform';
import { hostOf, isThisMachine, named } from './addresses';
import { foundWhere, type Check } from './check';

const quietLevels = new Set(['fatal', 'error', 'warn', 'info']);
/** More than anybody's client needs, and more than a process answers. */
const perMinuteMax = 60_000;
/** About 17 passwords a second from one address. */
const signInPerMinuteMax = 1_000;

export const settingsChecks: Check[] = [
  {
    name: 'settings.production',
    weight: 'fault',
    why: 'Anywhere else than in production demo data with known passwords may be loaded.',
    mend: 'Set NODE_ENV=production for every process.',
    look: ({ settings: { environment } }) =>
      foundWhere(environment !== 'production', `NODE_ENV is ${environment}`),
  },
  {
    name: 'settings.log-level',
    weight: 'fault',
    why: 'Debugging lines hold what nobody should keep for long, and cost a busy process more than its work.',
    mend: 'Set LOG_LEVEL=info, or leave it unset.',
    look: ({ settings: { logLevel } }) =>
      foundWhere(
        !quietLevels.has(logLevel),
        logLevel === 'silent' ? 'LOG_LEVEL=silent tells nobody of a fault' : `LOG_LEVEL is ${logLevel}`,
      ),
  },
  {
    name: 'settings.cors',
    weight: 'fault',
    why: 'Every origin that is named may call the api from the browser of whoever has it open.',
    mend: 'Name in CORS_ORIGINS the https origins of your own pages and no others, or leave it unset.',
    look: ({ settings }) => settings.corsOrigins.flatMap(faultOfOrigin),
  },
  {
    name: 'settings.rate-limits',
    weight: 'warning',
    why: 'A limit that nobody reaches keeps nobody from guessing passwords or from asking a process to death.',
    mend: `Set RATE_LIMIT_PER_MINUTE to at most ${perMinuteMax} and RATE_LIMIT_SIGN_IN_PER_MINUTE to at most ${signInPerMinuteMax}.`,
    look: ({ settings: { rateLimits } }) => [
      ...foundWhere(rateLimits.perMinute > perMinuteMax, `RATE_LIMIT_PER_MINUTE is ${rateLimits.perMinute}`),
      ...foundWhere(
        rateLimits.signInPerMinute > signInPerMinuteMax,
        `RATE_LIMIT_SIGN_IN_PER_MINUTE is ${rateLimits.signInPerMinute}`,
      ),
    ],
  },
  {
    name: 'settings.proxy',
    weight: 'warning',
    why: 'Behind a proxy that is not named all callers have its address, and share one limit.',
    mend: 'Set TRUST_PROXY to the number of proxies before the process, or to their networks.',
    look: ({ settings: { trustProxy, host } }) =>
      foundWhere(
        trustProxy === false && !isThisMachine(host),
        `HOST is ${host} and TRUST_PROXY is not set: nobody's X-Forwarded-For is believed`,
      ),
  },
  {
    name: 'settings.third-parties',
    weight: 'fault',
    why: 'What answers on this machine is the simulator, and it approves payments that nobody has made.',
    mend: 'Set GATEWAY_URL, ERROR_LOG_URL and, where they are used, SCREENING_URL and TRANSFERS_URL to the real services.',
    look: ({ settings }) =>
      thirdParties(settings)
        .filter(([, url]) => isThisMachine(hostOf(url)))
        .map(([variable, url]) => `${named(variable, url)} is this machine`),
  },
  {
    name: 'settings.mail',
    weight: 'warning',
    why: 'Without a mail server mail is kept, and nobody gets it.',
    mend: 'Set SMTP_URL and MAIL_FROM.',
    look: ({ settings: { mail } }) => foundWhere(mail.smtpUrl === undefined, 'SMTP_URL is not set'),
  },
  {
    name: 'settings.engines',
    weight: 'warning',
    why: 'Without Kafka events stay within one process, and without Redis each process caches and counts for itself: good for one process only.',
    mend: 'Set KAFKA_BROKERS and REDIS_URL where more than one process runs.',
    look: ({ settings: { kafka, redis } }) => [
      ...foundWhere(kafka === undefined, 'KAFKA_BROKERS is not set'),
      ...foundWhere(redis.url === undefined, 'REDIS_URL is not set'),
    ],
  },
];

/** Whom Plaza calls, by the variable that says where they are. */
export function thirdParties(settings: Settings): [variable: string, url: string][] {
  const { gateway, errorLog, screening, transfers } = settings;
  return [
    ['GATEWAY_URL', gateway.url],
    ['ERROR_LOG_URL', errorLog.url],
    ...(screening ? [['SCREENING_URL', screening.url] satisfies [string, string]] : []),
    ...(transfers.source ? [['TRANSFERS_URL', transfers.source.url] satisfies [string, string]] : []),
  ];
}

function faultOfOrigin(origin: string): string[] {
  if (origin === '*' || origin === 'null') return [`CORS_ORIGINS holds ${origin}: that is everybody`];
  if (!URL.canParse(origin)) return [`CORS_ORIGINS holds ${origin}, which is no origin`];
  const { protocol, hostname } = new URL(origin);
  if (isThisMachine(hostname)) return [`CORS_ORIGINS holds ${origin}, a developer's page`];
  return foundWhere(protocol !== 'https:', `CORS_ORIGINS holds ${origin}, which comes without TLS`);
}
