import { generateKeyPairSync } from 'node:crypto';
import { CustomersService, type Profile } from '@plaza/identity';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { World } from '#test/world';
import { password, refresh, signedIn, signIn, somebody } from './people';

describe('Signing in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });
  afterAll(() => world.end());

  const tryToSignIn = (username: string, given: string) =>
    world.anyone.post<{ code?: string }>('/v1/identity/token', { username, password: given });

  test('gives a short access token and a refresh token that no cache keeps', async () => {
    const details = somebody();
    await world.anyone.post('/v1/identity/register', details);
    const { status, headers, body } = await tryToSignIn(details.username.toUpperCase(), password);
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as unknown,
      refreshToken: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      tokenType: 'Bearer',
      expiresIn: 600,
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('answers a wrong name and a wrong password alike', async () => {
    const { profile } = await signedIn(world);
    const wrongPassword = await tryToSignIn(profile.username, 'not the password');
    const wrongName = await tryToSignIn('nobody.at.all', password);
    const impossibleName = await tryToSignIn('no\u0000body', password);
    const told = ({ status, body }: typeof wrongName) => ({ ...body, status, requestId: '' });
    expect(wrongPassword.status).toBe(401);
    expect(wrongPassword.body.code).toBe('identity.credentials-wrong');
    expect(told(wrongName)).toEqual(told(wrongPassword));
    expect(told(impossibleName)).toEqual(told(wrongPassword));
  });

  test('accepts a password typed with other code points of the same characters', async () => {
    const details = { ...somebody(), password: 'contraseña de A\u030angstro\u0308m' };
    await world.anyone.post('/v1/identity/register', details);
    const { status } = await tryToSignIn(details.username, details.password.normalize('NFC'));
    expect(status).toBe(200);
  });

  describe('A session', () => {
    test('shows its user who they are', async () => {
      const { client, profile } = await signedIn(world);
      const { body } = await client.get<Profile>('/v1/identity/me');
      expect(body).toEqual(profile);
    });

    test('lets its user change name and address, and announces it', async () => {
      const { client, profile } = await signedIn(world);
      const email = `new.${profile.email}`;
      const { status, body } = await client.patch<Profile>('/v1/identity/me', { fullName: 'Grace', email });
      expect(status).toBe(200);
      expect(body).toEqual({ ...profile, fullName: 'Grace', email });
      const events = await world.rows<{ data: object }>(
        `SELECT envelope -> 'data' AS data FROM messaging.outbox
         WHERE key = $1 AND envelope ->> 'type' = 'customer-changed'`,
        [profile.id],
      );
      const { id: customerId, username } = profile;
      expect(events).toEqual([{ data: { customerId, username, fullName: 'Grace', email } }]);
    });

    test('keeps what a change does not name, and announces no change where there is none', async () => {
      const { client, profile } = await signedIn(world);
      await client.patch('/v1/identity/me', { fullName: 'Grace' });
      const { body } = await client.patch<Profile>('/v1/identity/me', {});
      expect(body).toEqual({ ...profile, fullName: 'Grace' });
      const events = await world.rows(`SELECT FROM messaging.outbox WHERE key = $1`, [profile.id]);
      expect(events).toHaveLength(2);
    });

    test("does not get somebody else's address", async () => {
      const [ada, grace] = [await signedIn(world), await signedIn(world)];
      const { status, body } = await ada.client.patch<{ code: string }>('/v1/identity/me', {
        email: grace.profile.email,
      });
      expect([status, body.code]).toEqual([409, 'identity.email-taken']);
    });

    test('is carried on by its refresh token', async () => {
      const { tokens, profile } = await signedIn(world);
      const { status, body } = await refresh(world, tokens.refreshToken);
      expect(status).toBe(200);
      const me = await world.anyone.withToken(body.accessToken).get('/v1/identity/me');
      expect(me.body).toEqual(profile);
    });

    test('ends when a spent refresh token comes again, for both who hold it', async () => {
      const { tokens } = await signedIn(world);
      const second = await refresh(world, tokens.refreshToken);
      world.clock.forwardSeconds(11);
      const reused = await refresh(world, tokens.refreshToken);
      expect([reused.status, reused.body.code]).toEqual([401, 'identity.refresh-token-invalid']);
      expect((await refresh(world, second.body.refreshToken)).status).toBe(401);
      const { status } = await world.anyone.withToken(second.body.accessToken).get('/v1/identity/me');
      expect(status).toBe(401);
    });

    test('ends for the access token too when its user logs out', async () => {
      const { client, tokens } = await signedIn(world);
      expect((await client.post('/v1/identity/logout')).status).toBe(204);
      const { status, body } = await client.get<{ code: string }>('/v1/identity/me');
      expect([status, body.code]).toEqual([401, 'identity.token-invalid']);
      expect((await refresh(world, tokens.refreshToken)).status).toBe(401);
    });

    test('of another device goes on when one logs out', async () => {
      const phone = await signedIn(world);
      const tablet = await signIn(world, phone.profile.username);
      await phone.client.post('/v1/identity/logout');
      expect((await tablet.client.get('/v1/identity/me')).status).toBe(200);
    });

    test('ends at once when its user is disabled, who cannot sign in again', async () => {
      const { client, profile, tokens } = await signedIn(world);
      await world.app.get(CustomersService).disable(profile.id);
      expect((await client.get('/v1/identity/me')).status).toBe(401);
      expect((await refresh(world, tokens.refreshToken)).status).toBe(401);
      expect((await tryToSignIn(profile.username, password)).body.code).toBe('identity.credentials-wrong');
    });

    test('ends in every process within a second', async () => {
      const other = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
      try {
        const { client, tokens } = await signedIn(world);
        const elsewhere = other.anyone.withToken(tokens.accessToken);
        expect((await elsewhere.get('/v1/identity/me')).status).toBe(200);
        await client.post('/v1/identity/logout');
        await eventually(async () => {
          expect((await elsewhere.get('/v1/identity/me')).status).toBe(401);
        }, 1_000);
      } finally {
        await other.stop();
      }
    });

    test('that ended is known to a process that starts afterwards', async () => {
      const { client, tokens } = await signedIn(world);
      await client.post('/v1/identity/logout');
      const later = await World.start({ database: world.database, clock: world.clock, processes: ['api'] });
      try {
        const { status } = await later.anyone.withToken(tokens.accessToken).get('/v1/identity/me');
        expect(status).toBe(401);
      } finally {
        await later.stop();
      }
    });

    test('outlives the replacement of the key that tokens are signed with', async () => {
      const { tokens } = await signedIn(world);
      const keys = `${newPrivateKey()}${testKeys.JWT_PRIVATE_KEYS}`;
      const later = await World.start({
        database: world.database,
        clock: world.clock,
        processes: ['api'],
        variables: { JWT_PRIVATE_KEYS: keys },
      });
      try {
        const { body } = await refresh(later, tokens.refreshToken);
        for (const token of [tokens.accessToken, body.accessToken]) {
          expect((await later.anyone.withToken(token).get('/v1/identity/me')).status).toBe(200);
        }
        const { body: published } = await later.anyone.get<{ keys: object[] }>('/.well-known/jwks.json');
        expect(published.keys).toHaveLength(2);
      } finally {
        await later.stop();
      }
    });

    test('needs a new access token after ten minutes', async () => {
      const { client, tokens } = await signedIn(world);
      expect((await client.get('/v1/identity/me')).status).toBe(200);
      world.clock.forwardMinutes(10);
      const { status, body } = await client.get<{ code: string }>('/v1/identity/me');
      expect([status, body.code]).toEqual([401, 'identity.token-expired']);
      const { body: fresh } = await refresh(world, tokens.refreshToken);
      expect((await world.anyone.withToken(fresh.accessToken).get('/v1/identity/me')).status).toBe(200);
    });

    test('cannot be carried on after thirty days without a refresh', async () => {
      const { tokens } = await signedIn(world);
      world.clock.forwardMinutes(30 * 24 * 60);
      const { status, body } = await refresh(world, tokens.refreshToken);
      expect([status, body.code]).toEqual([401, 'identity.refresh-token-invalid']);
    });
  });
});

function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}
