/**
 * Certificates made for a test: an authority, and servers that it vouches for. Node makes keys and signatures but no certificates, so
 * their few fields (X.509 version 3, RFC 5280) are put together here, as DER.
 */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  certificate: string;
  key: string;
}

const hourMs = 3_600_000;
const sequence = 0x30;
const set = 0x31;
const isTrue = Buffer.from([0x01, 0x01, 0xff]);

function element(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length.toString(16);
  const bytes = Buffer.from(size.padStart(size.length + (size.length % 2), '0'), 'hex');
  const length = body.length < 0x80 ? bytes : Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}

/** Arcs below 2^14, which those used here are but for the vendor's, which takes three bytes at most. */
function identifier(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) =>
    [arc >> 14, arc >> 7, arc].flatMap((part, at) => {
      const isLeadingZero = at < 2 && part === 0;
      return isLeadingZero ? [] : [(part & 0x7f) | (at < 2 ? 0x80 : 0)];
    }),
  );
  return element(0x06, Buffer.from(bytes));
}

const text = (value: string): Buffer => element(0x0c, Buffer.from(value));
const name = (common: string): Buffer =>
  element(sequence, element(set, element(sequence, identifier('2.5.4.3'), text(common))));
const instant = (at: Date): Buffer =>
  element(
    0x17,
    Buffer.from(
      at
        .toISOString()
        .replaceAll(/\.\d+|[-:T]/g, '')
        .slice(2),
    ),
  );
const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  element(sequence, identifier(id), ...(critical ? [isTrue] : []), element(0x04, value));
const ecdsaWithSha256 = element(sequence, identifier('1.2.840.10045.4.3.2'));

interface Subject {
  common: string;
  publicKey: KeyObject;
  extension: Buffer;
}

function certify(subject: Subject, issuer: { common: string; privateKey: KeyObject }): string {
  const now = Date.now();
  const toBeSigned = element(
    sequence,
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    ecdsaWithSha256,
    name(issuer.common),
    element(sequence, instant(new Date(now - hourMs)), instant(new Date(now + hourMs))),
    name(subject.common),
    subject.publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, element(sequence, subject.extension)),
  );
  const signature = sign('sha256', toBeSigned, issuer.privateKey);
  const whole = element(
    sequence,
    toBeSigned,
    ecdsaWithSha256,
    element(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Vouches for servers; believed by whoever is given its certificate. */
export class Authority {
  readonly certificate: string;
  private readonly keys = newKeys();

  constructor(private readonly common: string) {
    const isAuthority = extension('2.5.29.19', true, element(sequence, isTrue));
    this.certificate = certify(
      { common, publicKey: this.keys.publicKey, extension: isAuthority },
      { common, privateKey: this.keys.privateKey },
    );
  }

  /** @param hosts names, and addresses of version 4 */
  vouchFor(hosts: readonly string[]): Certificate {
    const { publicKey, privateKey } = newKeys();
    const alternatives = hosts.map((host) =>
      /^[\d.]+$/.test(host)
        ? element(0x87, Buffer.from(host.split('.').map(Number)))
        : element(0x82, Buffer.from(host)),
    );
    const certificate = certify(
      {
        common: hosts[0] ?? '',
        publicKey,
        extension: extension('2.5.29.17', false, element(sequence, ...alternatives)),
      },
      { common: this.common, privateKey: this.keys.privateKey },
    );
    return { certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  }
}
