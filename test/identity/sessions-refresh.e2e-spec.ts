/** Refresh tokens that come again: a lost answer is forgiven for a moment, a stolen token gains nothing that lasts. */
import { SessionsService } from '@plaza/identity';
import { World } from '#test/world';
import { refresh, signedIn } from './people';

describe('A refresh token that comes again', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });
  afterAll(() => world.end());

  const works = async (accessToken: string) =>
    (await world.anyone.withToken(accessToken).get('/v1/identity/me')).status === 200;
  /** Signs in and refreshes once; the answer is lost. */
  const lostAnswer = async () => {
    const { tokens } = await signedIn(world);
    const { body: lost } = await refresh(world, tokens.refreshToken);
    return { spent: tokens.refreshToken, lost };
  };

  test('within ten seconds gives a fresh pair, which goes on', async () => {
    const { spent } = await lostAnswer();
    world.clock.forwardSeconds(9);
    const again = await refresh(world, spent);
    expect(again.status).toBe(200);
    expect(await works(again.body.accessToken)).toBe(true);
    const next = await refresh(world, again.body.refreshToken);
    expect(next.status).toBe(200);
    expect((await refresh(world, next.body.refreshToken)).status).toBe(200);
  });

  test('later than that ends the session for all who hold it', async () => {
    const { spent, lost } = await lostAnswer();
    world.clock.forwardSeconds(11);
    expect((await refresh(world, spent)).status).toBe(401);
    expect((await refresh(world, lost.refreshToken)).status).toBe(401);
    expect(await works(lost.accessToken)).toBe(false);
  });

  test('has ten seconds from its first use, however often it comes', async () => {
    const { spent } = await lostAnswer();
    world.clock.forwardSeconds(6);
    expect((await refresh(world, spent)).status).toBe(200);
    world.clock.forwardSeconds(6);
    expect((await refresh(world, spent)).status).toBe(401);
  });

  test('ends the session when it was not the last one spent, however soon', async () => {
    const { spent, lost } = await lostAnswer();
    const { body: next } = await refresh(world, lost.refreshToken);
    expect((await refresh(world, spent)).status).toBe(401);
    expect((await refresh(world, next.refreshToken)).status).toBe(401);
  });

  test.each([
    ['the client refreshes first', true],
    ['the thief refreshes first', false],
  ])(
    'in the hands of a thief gains nothing that lasts: %s, and the other ends it for both',
    async (_, clientFirst) => {
      const { spent, lost: client } = await lostAnswer();
      const { body: thief } = await refresh(world, spent);
      const [first, second] = clientFirst ? [client, thief] : [thief, client];
      const { status, body: goesOn } = await refresh(world, first.refreshToken);
      expect(status).toBe(200);
      expect((await refresh(world, second.refreshToken)).status).toBe(401);
      expect((await refresh(world, goesOn.refreshToken)).status).toBe(401);
      for (const { accessToken } of [client, thief, goesOn]) expect(await works(accessToken)).toBe(false);
    },
  );

  test('five times at once is answered five times, and one session goes on with any of the answers', async () => {
    for (const kept of [0, 2, 4]) {
      const { tokens, profile } = await signedIn(world);
      const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(world, tokens.refreshToken)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(5);
      const next = await refresh(world, answers[kept]?.body.refreshToken ?? '');
      expect(next.status).toBe(200);
      expect(await works(next.body.accessToken)).toBe(true);
      const sessions = await world.rows('SELECT FROM identity.sessions WHERE user_id = $1', [profile.id]);
      expect(sessions).toHaveLength(1);
    }
  });

  test('as two of one generation at once: one goes on or none, never both', async () => {
    const { spent, lost } = await lostAnswer();
    const { body: other } = await refresh(world, spent);
    const answers = await Promise.all([
      refresh(world, lost.refreshToken),
      refresh(world, other.refreshToken),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    for (const { body } of answers.filter(({ status }) => status === 200)) {
      expect((await refresh(world, body.refreshToken)).status).toBe(401);
    }
  });

  test('is forgiven no more once the session has ended', async () => {
    const { spent, lost } = await lostAnswer();
    await world.anyone.withToken(lost.accessToken).post('/v1/identity/logout');
    expect((await refresh(world, spent)).status).toBe(401);
    await expect(world.app.get(SessionsService).refresh(lost.refreshToken)).rejects.toMatchObject({
      code: 'identity.refresh-token-invalid',
    });
  });
});
