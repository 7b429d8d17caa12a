/**
 * Keeps what must not be read at rest: AES-256-GCM under a key that is named in the sealed bytes, so that keys can rotate;
 * and a keyed fingerprint by which equal values can be found without being known (a card number's digits are few enough
 * that a plain hash could be searched through).
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { drawnBytes } from './drawn-bytes';

declare const sealedBrand: unique symbol;
/** Layout: version (1 byte), key id (8), nonce (12), authentication tag (16), cipher text. */
export type Sealed = Buffer & { readonly [sealedBrand]: true };

const version = 1;
const keyIdBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + keyIdBytes + nonceBytes + tagBytes;

const nextNonce = drawnBytes(nonceBytes);

interface SealingKey {
  id: Buffer;
  /** Version and id, as they stand before everything that it seals. */
  mark: Buffer;
  cipherKey: Buffer;
  fingerprintKey: Buffer;
}

const fingerprintBytes = 16;

export class Sealing {
  private readonly keys: SealingKey[];

  /** @param keys 32 bytes each, newest first: the first seals, all of them open. */
  constructor(keys: Buffer[]) {
    this.keys = keys.map((key) => {
      const id = createHash('sha256').update(key).digest().subarray(0, keyIdBytes);
      return {
        id,
        mark: Buffer.concat([Buffer.of(version), id]),
        cipherKey: derive(key, 'plaza sealing'),
        fingerprintKey: derive(key, 'plaza fingerprint'),
      };
    });
    if (keys.length === 0) throw new Error('Sealing needs a key');
  }

  /** Names the key that seals; it stands in everything that it has sealed, behind the first byte. */
  get keyId(): Buffer {
    return this.newest().id;
  }

  seal(plain: Buffer): Sealed {
    const { mark, cipherKey } = this.newest();
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce);
    cipher.setAAD(mark);
    const body = cipher.update(plain);
    // Nothing is left to come: this mode does not fill up blocks.
    cipher.final();
    return asSealed(Buffer.concat([mark, nonce, cipher.getAuthTag(), body]));
  }

  /** @throws Error when the bytes were changed or their key is not among the configured ones */
  open(sealed: Buffer): Buffer {
    if (sealed.length < headerBytes || sealed[0] !== version)
      throw new Error('These bytes are not sealed by Plaza');
    const header = sealed.subarray(0, 1 + keyIdBytes);
    const key = this.keys.find(({ id }) => id.equals(header.subarray(1)));
    if (!key) throw new Error(`The sealing key ${header.subarray(1).toString('hex')} is not configured`);
    const nonce = sealed.subarray(header.length, header.length + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', key.cipherKey, nonce, { authTagLength: tagBytes });
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(headerBytes - tagBytes, headerBytes));
    return Buffer.concat([decipher.update(sealed.subarray(headerBytes)), decipher.final()]);
  }

  /** Null for what `open` throws about. */
  openIfPossible(sealed: Buffer): Buffer | null {
    try {
      return this.open(sealed);
    } catch {
      return null;
    }
  }

  /**
   * 16 bytes, equal for equal values: by the oldest key, so that adding one changes none. For what does not outlive its key; what
   * is kept for good is found by all {@link fingerprints} and made anew when it is sealed anew.
   */
  fingerprint(value: string): Buffer {
    const oldest = this.keys.at(-1);
    if (!oldest) throw new Error('Sealing needs a key');
    return fingerprintOf(value, oldest);
  }

  /** By every key, newest first: the first is the one to keep, and a kept one may be any of them. */
  fingerprints(value: string): Fingerprints {
    const [newest, ...older] = this.keys.map((key) => fingerprintOf(value, key));
    if (!newest) throw new Error('Sealing needs a key');
    return [newest, ...older];
  }

  private newest(): SealingKey {
    const [key] = this.keys;
    if (!key) throw new Error('Sealing needs a key');
    return key;
  }
}

/** One at least. */
export type Fingerprints = readonly [newest: Buffer, ...older: Buffer[]];

function fingerprintOf(value: string, { fingerprintKey }: SealingKey): Buffer {
  return createHmac('sha256', fingerprintKey).update(value).digest().subarray(0, fingerprintBytes);
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
}

function asSealed(bytes: Buffer): Sealed {
  return bytes as Sealed;
}
