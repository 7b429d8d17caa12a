import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readSettings, SettingsError } from './settings';

const rsa = (bits: number) =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

const enough = {
  DATABASE_URL: 'postgresql://plaza_app@127.0.0.1:5432/plaza',
  JWT_PRIVATE_KEYS: rsa(2048),
  SEALING_KEYS: randomBytes(32).toString('base64'),
};

const faultsOf = (variables: Record<string, string>): string[] => {
  try {
    readSettings(variables);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
  }
  return [];
};

describe('The settings', () => {
  it('need only the database and the keys; the rest has defaults', () => {
    expect(readSettings(enough)).toMatchObject({
      port: 3000,
      kafka: undefined,
      redis: { url: undefined },
      gateway: { url: 'http://127.0.0.1:9000', timeoutMs: 5000 },
      orders: { paymentMs: 30 * 60_000 },
    });
  });

  it('take an empty variable as one that is not set', () => {
    expect(readSettings({ ...enough, PORT: '', KAFKA_BROKERS: '' })).toMatchObject({
      port: 3000,
      kafka: undefined,
    });
  });

  it('want a sender where there is a mail server', () => {
    const SMTP_URL = 'smtp://127.0.0.1';
    expect(faultsOf({ ...enough, SMTP_URL })).toEqual(['MAIL_FROM must be set where SMTP_URL is']);
    const { mail } = readSettings({ ...enough, SMTP_URL, MAIL_FROM: 'Plaza <plaza@example.org>' });
    expect(mail).toEqual({ smtpUrl: SMTP_URL, from: 'Plaza <plaza@example.org>' });
  });

  it('know when and by whose clock the report is sent', () => {
    expect(readSettings(enough).report).toEqual({ zone: 'UTC', cron: '0 7 * * 1' });
    expect(faultsOf({ ...enough, REPORT_ZONE: 'Mars/Olympus', REPORT_CRON: 'on Mondays' })).toEqual([
      'REPORT_ZONE must be a time zone, as UTC or America/Bogota',
      'REPORT_CRON must say when in five fields, as 0 7 * * 1 for Monday at seven',
    ]);
  });

  it('want somebody to screen the transfers that are followed', () => {
    const TRANSFERS_URL = 'https://transfers.example';
    expect(faultsOf({ ...enough, TRANSFERS_URL })).toEqual([
      'SCREENING_URL must be set where TRANSFERS_URL is',
    ]);
    const { transfers } = readSettings({
      ...enough,
      TRANSFERS_URL,
      SCREENING_URL: 'https://screening.example',
    });
    expect(transfers).toMatchObject({
      source: { url: TRANSFERS_URL, silenceMsMax: 75_000 },
      ageMsMax: 4_320 * 60_000,
      zone: 'UTC',
      audio: { field: 'audios', templates: ['https://transfers.example/Audio/{key}'] },
    });
  });

  it('bring demo data, but never in production', () => {
    const demoIn = (NODE_ENV: string) =>
      readSettings({ ...enough, NODE_ENV, PLAZA_DEMO: '1' }).standalone.demo;
    expect([demoIn('development'), demoIn('production')]).toEqual([true, false]);
  });

  it('name every fault at once', () => {
    const faults = faultsOf({
      PORT: 'high',
      KAFKA_BROKERS: 'broker',
      GATEWAY_URL: 'gateway',
      LOG_LEVEL: 'loud',
    });
    for (const name of [
      'DATABASE_URL',
      'JWT_PRIVATE_KEYS',
      'SEALING_KEYS',
      'PORT',
      'KAFKA_BROKERS',
      'GATEWAY_URL',
      'LOG_LEVEL',
    ]) {
      expect(faults).toContainEqual(expect.stringContaining(name));
    }
  });

  it('take private keys with real or written line ends, newest first', () => {
    const [newer, older] = [rsa(2048), rsa(2048)];
    const { identity } = readSettings({
      ...enough,
      JWT_PRIVATE_KEYS: `${newer}${older}`.replaceAll('\n', '\\n'),
    });
    expect(identity.privateKeys.map((key) => key.trim())).toEqual([newer.trim(), older.trim()]);
  });

  it.each([
    ['nobody', {}, false],
    ['a number of proxies', { TRUST_PROXY: '2' }, 2],
    ['addresses', { TRUST_PROXY: '10.0.0.0/8, ::1,loopback' }, ['10.0.0.0/8', '::1', 'loopback']],
  ])('believe what %s says of where a request comes from', (_whom, variables, trustProxy) => {
    expect(readSettings({ ...enough, ...variables })).toMatchObject({ trustProxy });
  });

  it.each([
    ['a short RSA key', { JWT_PRIVATE_KEYS: rsa(1024) }, /at least 2048 bits/],
    ['text that is no key', { JWT_PRIVATE_KEYS: 'secret' }, /private key in PEM form/],
    ['a sealing key of the wrong length', { SEALING_KEYS: 'c2hvcnQ=' }, /32 bytes/],
    ['a port beyond 65535', { PORT: '70000' }, /PORT/],
    ['a gateway timeout of nothing', { GATEWAY_TIMEOUT_MS: '0' }, /GATEWAY_TIMEOUT_MS/],
    ['a proxy that is everybody', { TRUST_PROXY: 'true' }, /TRUST_PROXY must be the number/],
    ['a proxy at no address', { TRUST_PROXY: '10.0.0.1,proxy' }, /TRUST_PROXY must be the number/],
    ['a network that is too narrow', { TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY must be the number/],
    ['a limit of nothing', { RATE_LIMIT_PER_MINUTE: '0' }, /RATE_LIMIT_PER_MINUTE must be/],
    ['a limit that is no number', { RATE_LIMIT_SIGN_IN_PER_MINUTE: 'few' }, /RATE_LIMIT_SIGN_IN_PER_MINUTE/],
    [
      'a path of refunds that is an address',
      { GATEWAY_REFUND_PATH: 'http://else' },
      /GATEWAY_REFUND_PATH must be a path/,
    ],
    ['a policy that nobody knows', { SCREENING_POLICY: 'guess' }, /SCREENING_POLICY must be allow or review/],
    ['a subject without the id', { SCREENING_SUBJECT: 'urn:x' }, /SCREENING_SUBJECT must hold/],
    [
      'a sender who could bring headers along',
      { MAIL_FROM: 'a@b.example\nBcc: c@d.example' },
      /MAIL_FROM must/,
    ],
    ['a zone that there is not', { TRANSFERS_ZONE: 'Mars/North' }, /TRANSFERS_ZONE must be a time zone/],
    [
      'machines of our own as addresses of partners, in production',
      { NODE_ENV: 'production', WEBHOOK_PRIVATE_ADDRESSES: '1' },
      /WEBHOOK_PRIVATE_ADDRESSES must not be 1/,
    ],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://localhost/plaza' }, /postgresql:\/\//],
  ])('refuse %s', (_what, variables, reason) => {
    expect(faultsOf({ ...enough, ...variables }).join('\n')).toMatch(reason);
  });
});
