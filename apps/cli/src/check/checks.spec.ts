/** What the settings alone say about a deployment: one row for each thing that is found. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createLogger, readSettings, SystemClock } from '@plaza/platform';
import { runChecks, type CheckResult } from './check';
import { deploymentChecks } from './checks';
import { Deployment } from './deployment';

const rsaKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
const signingKey = rsaKey();
const sealingKey = randomBytes(32).toString('base64');

const inProduction = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  TRUST_PROXY: '1',
  DATABASE_URL: 'postgresql://plaza_app:s3cret@db.example.org/plaza?sslmode=verify-full',
  DATABASE_REPLICA_URLS: 'postgresql://plaza_app:s3cret@copy.example.org/plaza?sslmode=verify-full',
  REDIS_URL: 'rediss://default:s3cret@redis.example.org:6379',
  KAFKA_BROKERS: 'a.example.org:9093,b.example.org:9093',
  KAFKA_TLS: '1',
  KAFKA_USERNAME: 'plaza',
  KAFKA_PASSWORD: 's3cret',
  GATEWAY_URL: 'https://gateway.example.org',
  ERROR_LOG_URL: 'https://errors.example.org',
  SMTP_URL: 'smtps://plaza:s3cret@mail.example.org',
  MAIL_FROM: 'plaza@example.org',
  CORS_ORIGINS: 'https://shop.example.org',
  JWT_PRIVATE_KEYS: signingKey,
  SEALING_KEYS: sealingKey,
};

/** Whatever asks no engine. */
const bySettings = deploymentChecks.filter(({ name }) =>
  /^(settings|tls)\.|^keys\.(?!open)|^(redis\.password|kafka\.login|replicas\.there)$/.test(name),
);

async function resultsWith(variables: Record<string, string>): Promise<CheckResult[]> {
  const settings = readSettings({ ...inProduction, ...variables });
  const logger = createLogger({ level: 'silent', pretty: false, name: 'test' });
  return runChecks(bySettings, new Deployment(settings, new SystemClock(), logger));
}

const rows: [check: string, variables: Record<string, string>, found: RegExp][] = [
  ['settings.production', { NODE_ENV: 'development' }, /NODE_ENV is development/],
  ['settings.log-level', { LOG_LEVEL: 'debug' }, /debug/],
  ['settings.log-level', { LOG_LEVEL: 'silent' }, /tells nobody/],
  ['settings.cors', { CORS_ORIGINS: '*' }, /everybody/],
  ['settings.cors', { CORS_ORIGINS: 'http://shop.example.org' }, /without TLS/],
  ['settings.cors', { CORS_ORIGINS: 'http://localhost:5173' }, /a developer's page/],
  ['settings.cors', { CORS_ORIGINS: 'shop' }, /no origin/],
  ['settings.rate-limits', { RATE_LIMIT_PER_MINUTE: '1000000' }, /RATE_LIMIT_PER_MINUTE is 1000000/],
  ['settings.rate-limits', { RATE_LIMIT_SIGN_IN_PER_MINUTE: '5000' }, /SIGN_IN_PER_MINUTE is 5000/],
  ['settings.proxy', { TRUST_PROXY: '' }, /nobody's X-Forwarded-For/],
  ['settings.third-parties', { GATEWAY_URL: '' }, /GATEWAY_URL \(127\.0\.0\.1:9000\) is this machine/],
  ['settings.mail', { SMTP_URL: '' }, /SMTP_URL is not set/],
  ['settings.engines', { REDIS_URL: '' }, /REDIS_URL is not set/],
  [
    'tls.database',
    { DATABASE_URL: 'postgresql://a:s3cret@db.example.org/plaza' },
    /DATABASE_URL \(db\.example/,
  ],
  [
    'tls.database',
    { DATABASE_URL: 'postgresql://a:s3cret@db.example.org/plaza?sslmode=no-verify' },
    /does not say sslmode=verify-full/,
  ],
  [
    'tls.database',
    { DATABASE_REPLICA_URLS: 'postgresql://a:s3cret@copy.example.org/plaza' },
    /DATABASE_REPLICA_URLS \(copy/,
  ],
  ['tls.redis', { REDIS_URL: 'redis://default:s3cret@redis.example.org' }, /is not rediss:\/\//],
  ['tls.kafka', { KAFKA_TLS: '0' }, /a\.example\.org:9093 is spoken to without TLS/],
  ['tls.third-parties', { GATEWAY_URL: 'http://gateway.example.org' }, /GATEWAY_URL .* is not https:\/\//],
  ['tls.mail', { SMTP_URL: 'smtp://plaza:s3cret@mail.example.org' }, /is not smtps:\/\//],
  ['redis.password', { REDIS_URL: 'rediss://redis.example.org' }, /has no password/],
  ['kafka.login', { KAFKA_USERNAME: '', KAFKA_PASSWORD: '' }, /KAFKA_USERNAME is not set/],
  ['replicas.there', { DATABASE_REPLICA_URLS: '' }, /is not set/],
  ['keys.sealing-random', { SEALING_KEYS: Buffer.alloc(32, 7).toString('base64') }, /repeats the same bytes/],
  [
    'keys.sealing-random',
    { SEALING_KEYS: Buffer.from('correct horse battery staple 123').toString('base64') },
    /is a text/,
  ],
  ['keys.distinct', { SEALING_KEYS: `${sealingKey},${sealingKey}` }, /SEALING_KEYS twice/],
  ['keys.distinct', { JWT_PRIVATE_KEYS: `${signingKey}\n${signingKey}` }, /JWT_PRIVATE_KEYS twice/],
];

describe('Settings as they are in production', () => {
  it('are found nothing against', async () => {
    expect((await resultsWith({})).filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  });

  it.each(rows)('would be found by %s with %j', async (check, variables, found) => {
    const result = (await resultsWith(variables)).find((each) => each.check === check);
    expect(['fault', 'warning']).toContain(result?.verdict);
    expect(result?.found.join('\n')).toMatch(found);
    expect(JSON.stringify(result)).not.toContain('s3cret');
  });

  it('may have a mail server that must take up TLS', async () => {
    const results = await resultsWith({ SMTP_URL: 'smtp://mail.example.org?requireTLS=true' });
    expect(results.find(({ check }) => check === 'tls.mail')?.verdict).toBe('passed');
  });

  it('are asked nothing about an engine that they do not name', async () => {
    const results = await resultsWith({ REDIS_URL: '', KAFKA_BROKERS: '', SMTP_URL: '' });
    const left = results.filter(({ verdict }) => verdict === 'not-concerned').map(({ check }) => check);
    expect(left).toEqual(['tls.redis', 'tls.kafka', 'tls.mail', 'redis.password', 'kafka.login']);
  });
});

describe('Every check', () => {
  it('has a name of its own, says why it matters and how to mend it', () => {
    const names = deploymentChecks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, why, mend } of deploymentChecks) {
      expect(name).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(why).toMatch(/\.$/);
      expect(mend).toMatch(/\.$/);
    }
  });
});
