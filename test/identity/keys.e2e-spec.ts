/** Replacing the keys that sign access tokens while tokens of the old one are about, and what is not taken for a token. */
import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Caller, type PublicJwk } from '@plaza/identity';
import { JwtService } from '@nestjs/jwt';
import { testKeys } from '#test/keys';
import { World } from '#test/world';
import { signedIn, type SignedIn } from './people';

const rsa = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
const oldKey = testKeys.JWT_PRIVATE_KEYS;
const newKey = rsa();

/** One part of a token, as anybody can read it. */
function part(token: string, at: 0 | 1): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[at] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}

describe('Keys of access tokens', () => {
  let before: World;
  let during: World;
  let person: SignedIn;

  beforeAll(async () => {
    before = await World.start({ processes: ['api'] });
    during = await World.start({
      processes: ['api'],
      database: before.database,
      clock: before.clock,
      variables: { JWT_PRIVATE_KEYS: `${newKey}${oldKey}` },
    });
    person = await signedIn(before);
  });
  afterAll(async () => {
    await during.stop();
    await before.end();
  });

  const keysOf = async (world: World) =>
    (await world.anyone.get<{ keys: PublicJwk[] }>('/.well-known/jwks.json')).body.keys;
  const me = async (world: World, token: string) =>
    (await world.anyone.withToken(token).get('/v1/identity/me')).status;

  test('are published, all that verify, the newest first; the private halves are not', async () => {
    const [oldJwk] = await keysOf(before);
    const both = await keysOf(during);
    expect(both).toHaveLength(2);
    expect(both[1]).toEqual(oldJwk);
    for (const jwk of both) expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  test('are replaced without signing anybody out: old tokens are good while the old key is configured', async () => {
    const { accessToken } = person.tokens;
    expect([await me(before, accessToken), await me(during, accessToken)]).toEqual([200, 200]);
    const renewed = await during.anyone.post('/v1/identity/token/refresh', {
      refreshToken: person.tokens.refreshToken,
    });
    const [newest, old] = await keysOf(during);
    expect(part(accessToken, 0)['kid']).toBe(old?.kid);
    expect(part(renewed.body.accessToken, 0)).toMatchObject({ alg: 'RS256', kid: newest?.kid });
    expect(await me(during, renewed.body.accessToken)).toBe(200);
    expect(await me(before, renewed.body.accessToken)).toBe(401);
  });

  test('that were taken away verify nothing any more', async () => {
    const after = await World.start({
      processes: ['api'],
      database: before.database,
      clock: before.clock,
      variables: { JWT_PRIVATE_KEYS: newKey },
    });
    try {
      expect(await me(after, person.tokens.accessToken)).toBe(401);
      expect(await me(before, person.tokens.accessToken)).toBe(200);
    } finally {
      await after.stop();
    }
  });

  describe('let nobody in with a token', () => {
    const nowSeconds = () => Math.floor(before.clock.now().getTime() / 1000);
    const kid = () => String(part(person.tokens.accessToken, 0)['kid']);
    const claims = () => part(person.tokens.accessToken, 1);
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = (changed: object, keyid = kid(), key = oldKey) =>
      new JwtService().sign({ ...claims(), ...changed }, { privateKey: key, algorithm: 'RS256', keyid });
    const withHmac = (algorithm: string, header: object) => {
      const text = `${encoded(header)}.${encoded(claims())}`;
      const key = createPublicKey(oldKey).export({ format: 'pem', type: 'spki' });
      return `${text}.${createHmac(algorithm, key).update(text).digest('base64url')}`;
    };
    const tampered = (at: number, change: (text: string) => string) =>
      person.tokens.accessToken
        .split('.')
        .map((text, place) => (place === at ? change(text) : text))
        .join('.');
    const otherAlgorithm = (algorithm: 'RS384' | 'RS512' | 'PS256') =>
      new JwtService().sign(claims(), { privateKey: oldKey, algorithm, keyid: kid() });

    test('of the kind below, though one like it that is right is taken', async () => {
      expect(Caller.of(claims())).toBeDefined();
      expect(await me(before, signed({}))).toBe(200);
    });

    test.each<[string, () => string]>([
      ['without a signature', () => `${encoded({ alg: 'none', kid: kid() })}.${encoded(claims())}.`],
      [
        'without a signature, in capitals',
        () => `${encoded({ alg: 'NONE', kid: kid() })}.${encoded(claims())}.`,
      ],
      ['under HS256 with our public key', () => withHmac('sha256', { alg: 'HS256', typ: 'JWT', kid: kid() })],
      ['under HS512 with our public key', () => withHmac('sha512', { alg: 'HS512', typ: 'JWT', kid: kid() })],
      ['under RS512 with our own key', () => otherAlgorithm('RS512')],
      ['under PS256 with our own key', () => otherAlgorithm('PS256')],
      ['of an unknown key', () => signed({}, 'unknown', rsa())],
      ['of a key that we do not have, under the name of ours', () => signed({}, kid(), rsa())],
      [
        'that brings its key along',
        () => {
          const jwk = createPublicKey(newKey).export({ format: 'jwk' });
          return new JwtService().sign(claims(), {
            privateKey: newKey,
            algorithm: 'RS256',
            header: { alg: 'RS256', jwk, kid: 'mine' } as never,
          });
        },
      ],
      ['that names no key', () => signed({}, '')],
      ['whose key is a path', () => signed({}, '../../../../dev/null')],
      ['whose key is a statement', () => signed({}, "' OR 1=1 --")],
      ['whose key is a name of every object', () => signed({}, '__proto__')],
      ['whose key is no text', () => `${encoded({ alg: 'RS256', kid: { $ne: '' } })}.${encoded(claims())}.x`],
      ['from somebody else', () => signed({ iss: 'elsewhere' })],
      ['for somebody else', () => signed({ aud: 'elsewhere' })],
      ['that is not valid yet', () => signed({ nbf: nowSeconds() + 60 })],
      [
        'with other claims than were signed',
        () => tampered(1, () => encoded({ ...claims(), role: 'admin' })),
      ],
      ['with another signature', () => tampered(2, (text) => Buffer.from(text).reverse().toString())],
      ['with half a signature', () => tampered(2, (text) => text.slice(0, 100))],
      ['of two parts', () => person.tokens.accessToken.split('.').slice(0, 2).join('.')],
    ])('%s', async (_, token) => {
      const { status, body } = await before.anyone.withToken(token()).get('/v1/identity/me');
      expect([status, body.code]).toEqual([401, 'identity.token-invalid']);
    });

    test('that has expired, which it is told', async () => {
      const expired = signed({ exp: nowSeconds() });
      const { status, body } = await before.anyone.withToken(expired).get('/v1/identity/me');
      expect([status, body.code]).toEqual([401, 'identity.token-expired']);
    });

    test('until the instant from which it is valid', async () => {
      const later = signed({ nbf: nowSeconds() + 60 });
      expect(await me(before, later)).toBe(401);
      before.clock.forwardMinutes(1);
      expect(await me(before, later)).toBe(200);
    });
  });
});
