/** Whether everything that leaves this machine is encrypted, and whether the other side has to prove who it is. */
import type { Settings } from '@plaza/platform';
import { hostOf, isThisMachine, named } from './addresses';
import { foundWhere, type Check } from './check';
import { thirdParties } from './settings-checks';

const authority = 'A certificate of your own authority is believed where NODE_EXTRA_CA_CERTS names its file.';

export const tlsChecks: Check[] = [
  {
    name: 'tls.database',
    weight: 'fault',
    why: 'Without TLS whoever is on the network reads and changes rows; without a look at the certificate anybody can be the database.',
    mend: `Add sslmode=verify-full to DATABASE_URL, DATABASE_OWNER_URL and each of DATABASE_REPLICA_URLS. ${authority}`,
    look: ({ settings }) =>
      databases(settings)
        .filter(([, url]) => !isThisMachine(hostOf(url)) && !isVerified(url))
        .map(([variable, url]) => `${named(variable, url)} does not say sslmode=verify-full`),
  },
  {
    name: 'tls.redis',
    weight: 'fault',
    why: 'Without TLS whoever is on the network reads answers, and writes those that customers get.',
    mend: `Use a rediss:// address in REDIS_URL. ${authority}`,
    concerns: ({ redis }) => redis.url !== undefined,
    look: ({ settings: { redis } }) =>
      redis.url === undefined ? [] : unlessOver('rediss:', 'REDIS_URL', redis.url),
  },
  {
    name: 'tls.kafka',
    weight: 'fault',
    why: 'Payment messages hold card numbers until they are sealed.',
    mend: `Set KAFKA_TLS=1 and name the brokers' TLS listeners in KAFKA_BROKERS. ${authority}`,
    concerns: ({ kafka }) => kafka !== undefined,
    look: ({ settings: { kafka } }) =>
      kafka === undefined || kafka.tls
        ? []
        : kafka.brokers
            .filter((broker) => !isThisMachine(broker.replace(/:\d+$/, '')))
            .map((broker) => `${broker} is spoken to without TLS`),
  },
  {
    name: 'tls.third-parties',
    weight: 'fault',
    why: 'The gateway is told card numbers, and its answer decides whether somebody has paid.',
    mend: 'Use https addresses.',
    look: ({ settings }) =>
      thirdParties(settings).flatMap(([variable, url]) => unlessOver('https:', variable, url)),
  },
  {
    name: 'tls.mail',
    weight: 'fault',
    why: 'Without TLS whoever is on the way reads the mail, and the password of the mail server.',
    mend: 'Use smtps:// in SMTP_URL, or smtp:// with ?requireTLS=true.',
    concerns: ({ mail }) => mail.smtpUrl !== undefined,
    look: ({ settings: { mail } }) =>
      mail.smtpUrl === undefined || new URL(mail.smtpUrl).searchParams.get('requireTLS') === 'true'
        ? []
        : unlessOver('smtps:', 'SMTP_URL', mail.smtpUrl),
  },
];

function databases({ database }: Settings): [variable: string, url: string][] {
  const { url, ownerUrl, replicaUrls } = database;
  return [
    ['DATABASE_URL', url],
    ...(ownerUrl === url ? [] : [['DATABASE_OWNER_URL', ownerUrl] satisfies [string, string]]),
    ...replicaUrls.map((replica): [string, string] => ['DATABASE_REPLICA_URLS', replica]),
  ];
}

function isVerified(url: string): boolean {
  return new URL(url).searchParams.get('sslmode') === 'verify-full';
}

function unlessOver(protocol: string, variable: string, url: string): string[] {
  const isProtected = new URL(url).protocol === protocol || isThisMachine(hostOf(url));
  return foundWhere(!isProtected, `${named(variable, url)} is not ${protocol}//`);
}
