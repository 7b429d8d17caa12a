/** People who change their own password. */
import { withClient } from '@plaza/engines';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { password, partnerClient, refresh, signedIn, signedInStaff, signIn } from './people';

interface Refusal {
  code: string;
  errors?: { pointer: string }[];
}

const newPassword = 'another horse battery';

describe('Changing the own password', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });
  afterAll(() => world.end());

  const change = { currentPassword: password, newPassword };
  const route = '/v1/identity/me/password';
  const tryToSignIn = async (username: string, given: string) =>
    (await world.anyone.post('/v1/identity/token', { username, password: given })).status;

  test('lets the new one in and the old one no more', async () => {
    const { profile, client } = await signedIn(world);
    expect((await client.post(route, change)).status).toBe(204);
    expect(await tryToSignIn(profile.username, newPassword)).toBe(200);
    expect(await tryToSignIn(profile.username, password)).toBe(401);
  });

  test('ends every other session at once and keeps this one, which is carried on', async () => {
    const phone = await signedIn(world);
    const tablet = await signIn(world, phone.profile.username);
    expect((await phone.client.post(route, change)).status).toBe(204);
    expect((await tablet.client.get('/v1/identity/me')).status).toBe(401);
    expect((await refresh(world, tablet.tokens.refreshToken)).status).toBe(401);
    expect((await phone.client.get('/v1/identity/me')).status).toBe(200);
    const { body } = await refresh(world, phone.tokens.refreshToken);
    expect((await refresh(world, body.refreshToken)).status).toBe(200);
  });

  test('is for staff, too', async () => {
    const { profile, client } = await signedInStaff(world, 'admin');
    expect((await client.post(route, change)).status).toBe(204);
    expect(await tryToSignIn(profile.username, newPassword)).toBe(200);
  });

  test('needs the current one, and changes nothing without it', async () => {
    const phone = await signedIn(world);
    const tablet = await signIn(world, phone.profile.username);
    const { status, body } = await phone.client.post<Refusal>(route, { ...change, currentPassword: 'wrong' });
    expect([status, body.code]).toEqual([403, 'identity.current-password-wrong']);
    expect((await tablet.client.get('/v1/identity/me')).status).toBe(200);
    expect(await tryToSignIn(phone.profile.username, password)).toBe(200);
  });

  test('counts a wrong current one as a failed sign-in: who guesses on is locked out of both', async () => {
    const { profile, client } = await signedIn(world);
    const guess = () => client.post<Refusal>(route, { ...change, currentPassword: 'guessed' });
    let last = await guess();
    for (let attempt = 2; attempt <= 12 && last.status === 403; attempt += 1) last = await guess();
    expect([last.status, last.body.code]).toEqual([429, 'identity.sign-in-locked']);
    expect((await client.post(route, change)).status).toBe(429);
    expect(await tryToSignIn(profile.username, password)).toBe(429);
    world.clock.forwardMinutes(9);
    const { client: later } = await signIn(world, profile.username);
    expect((await later.post(route, change)).status).toBe(204);
  });

  test('lets nobody in who proved the old one just before', async () => {
    const { profile, client } = await signedIn(world);
    const waiting = (count: number) =>
      eventually(async () => {
        const waiters = await world.rows(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        expect(waiters).toHaveLength(count);
      });
    const answers = await withClient(world.database.ownerUrl, async (holder) => {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM identity.users WHERE id = $1 FOR UPDATE', [profile.id]);
      const changed = client.post(route, change);
      await waiting(1);
      const signedInWithOld = tryToSignIn(profile.username, password);
      await waiting(2);
      await holder.query('COMMIT');
      return [(await changed).status, await signedInWithOld];
    });
    expect(answers).toEqual([204, 401]);
  });

  test('twice at once is done once', async () => {
    const { client } = await signedIn(world);
    const answers = await Promise.all(
      ['first new password', 'second new password'].map((wish) =>
        client.post(route, { ...change, newPassword: wish }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
  });

  test.each([
    [{ newPassword: 'short' }, '/newPassword'],
    [{ newPassword: 'password123' }, '/newPassword'],
    [{ newPassword: 7 }, '/newPassword'],
    [{ currentPassword: null }, '/currentPassword'],
    [{ userId: 'somebody else' }, '/userId'],
  ])('is refused with %j', async (fault, pointer) => {
    const { client } = await signedIn(world);
    const { status, body } = await client.post<Refusal>(route, { ...change, ...fault });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  test('is for people who are signed in', async () => {
    expect((await world.anyone.post(route, change)).status).toBe(401);
    expect((await (await partnerClient(world)).post(route, change)).status).toBe(403);
  });
});
