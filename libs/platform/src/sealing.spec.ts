import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Sealing, type Sealed } from './sealing';

const oldKey = randomBytes(32);
const newKey = randomBytes(32);

describe('Sealing', () => {
  it('gives back exactly what was sealed, and never shows it', () => {
    const sealing = new Sealing([oldKey]);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 5_000 }), (bytes) => {
        const plain = Buffer.from(bytes);
        const sealed = sealing.seal(plain);
        expect(sealing.open(sealed).equals(plain)).toBe(true);
        expect(sealed.includes(plain)).toBe(false);
      }),
    );
  });

  it('notices any changed byte', () => {
    const sealing = new Sealing([oldKey]);
    const sealed = sealing.seal(Buffer.from('4980276372331233'));
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(sealed);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(() => sealing.open(changed)).toThrow();
      }),
    );
  });

  it('opens what an older key sealed after a new one was put before it', () => {
    const sealed = new Sealing([oldKey]).seal(Buffer.from('evidence'));
    expect(new Sealing([newKey, oldKey]).open(sealed).toString()).toBe('evidence');
    expect(() => new Sealing([newKey]).open(sealed)).toThrow(/is not configured/);
  });

  it('keeps fingerprints when a key is added, and differs by key', () => {
    const before = new Sealing([oldKey]).fingerprint('4980276372331233');
    expect(new Sealing([newKey, oldKey]).fingerprint('4980276372331233')).toEqual(before);
    expect(new Sealing([newKey]).fingerprint('4980276372331233')).not.toEqual(before);
  });

  it('knows a value by a fingerprint of any of its keys, and keeps the one of the newest', () => {
    const card = '4980276372331233';
    const [before] = new Sealing([oldKey]).fingerprints(card);
    const during = new Sealing([newKey, oldKey]).fingerprints(card);
    const [after] = new Sealing([newKey]).fingerprints(card);
    expect(during).toEqual([after, before]);
    expect(after).not.toEqual(before);
  });

  it('names the key that sealed in what it sealed', () => {
    const sealing = new Sealing([newKey, oldKey]);
    const named = (by: Sealing) => by.seal(Buffer.from('evidence')).subarray(1, 9);
    expect(named(sealing)).toEqual(sealing.keyId);
    expect(named(new Sealing([oldKey]))).not.toEqual(sealing.keyId);
  });

  it('refuses bytes that Plaza never sealed', () => {
    const foreign = randomBytes(80) as Buffer as Sealed;
    expect(() => new Sealing([oldKey]).open(foreign)).toThrow();
  });
});
