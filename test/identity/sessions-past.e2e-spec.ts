/** What is long over is forgotten by itself, and nothing else is. */
import { PastSessions } from '@plaza/identity';
import { World } from '#test/world';
import { counterCustomer, refresh, signedIn, signedInStaff } from './people';

const dayMinutes = 24 * 60;

describe('What is long over', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start({ processes: ['api', 'worker'] });
  });
  afterEach(() => world.end());

  const sessionsOf = (userId: string) =>
    world.rows<{ tokens: number }>(
      `SELECT (SELECT count(*)::integer FROM identity.refresh_tokens WHERE session_id = sessions.id) AS tokens
       FROM identity.sessions WHERE user_id = $1`,
      [userId],
    );

  test('is forgotten a month after a session ended, with all its tokens', async () => {
    const { profile, tokens } = await signedIn(world);
    const { body } = await refresh(world, tokens.refreshToken);
    await world.anyone.withToken(body.accessToken).post('/v1/identity/logout');
    world.clock.forwardMinutes(30 * dayMinutes - 1);
    await world.settle();
    expect(await sessionsOf(profile.id)).toEqual([{ tokens: 2 }]);
    world.clock.forwardMinutes(2);
    await world.settle();
    expect(await sessionsOf(profile.id)).toEqual([]);
  });

  test('is forgotten a month after a session could last be carried on', async () => {
    const { profile } = await signedIn(world);
    world.clock.forwardMinutes(60 * dayMinutes - 1);
    await world.settle();
    expect(await sessionsOf(profile.id)).toEqual([{ tokens: 1 }]);
    world.clock.forwardMinutes(2);
    await world.settle();
    expect(await sessionsOf(profile.id)).toEqual([]);
  });

  test('does not take with it a session that is carried on', async () => {
    const { profile, tokens } = await signedIn(world);
    let { refreshToken } = tokens;
    for (let refreshes = 1; refreshes <= 4; refreshes += 1) {
      ({ refreshToken } = (await refresh(world, refreshToken)).body);
      world.clock.forwardMinutes(20 * dayMinutes - 1);
    }
    await world.settle();
    expect(await sessionsOf(profile.id)).toEqual([{ tokens: 3 }]);
    expect((await refresh(world, refreshToken)).status).toBe(200);
  });

  test('includes claim codes that expired', async () => {
    const { client } = await signedInStaff(world);
    const early = await counterCustomer(client);
    const late = await counterCustomer(client);
    await client.post(`/v1/identity/customers/${early.id}/claim-code`);
    world.clock.forwardMinutes(dayMinutes);
    const { client: again } = await signedInStaff(world);
    await again.post(`/v1/identity/customers/${late.id}/claim-code`);
    world.clock.forwardMinutes(2 * dayMinutes + 1);
    await world.settle();
    const codes = await world.rows<{ id: string }>('SELECT customer_id AS id FROM identity.claim_codes');
    expect(codes).toEqual([{ id: late.id }]);
  });

  test('is forgotten in bounded pieces, until nothing is left', async () => {
    const { profile } = await signedIn(world);
    await world.rows(
      `INSERT INTO identity.refresh_tokens (hash, session_id, issued_at, expires_at)
       SELECT 'spent ' || number, (SELECT id FROM identity.sessions WHERE user_id = $1), now(), now()
       FROM generate_series(1, 4_500) AS number`,
      [profile.id],
    );
    world.clock.forwardMinutes(31 * dayMinutes);
    const past = world.app.get(PastSessions);
    expect(await past.forget()).toBe(true);
    expect((await sessionsOf(profile.id))[0]?.tokens).toBeGreaterThan(1);
    await world.settle();
    expect(await sessionsOf(profile.id)).toEqual([{ tokens: 1 }]);
  });
});
