/** What happens to those who guess passwords and secrets, and that it does not keep out those who know them. */
import { ClientsService, LoginAttempts } from '@plaza/identity';
import type { Answer } from '#test/client';
import { World } from '#test/world';
import { password, signedIn, signedInStaff, somebody } from './people';

interface Refused {
  code: string;
  retryAfter?: number;
  requestId?: string;
  detail: string;
}

describe('Guessing', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ processes: ['api', 'worker'], variables: { TRUST_PROXY: '1' } });
  });
  afterAll(() => world.end());

  let places = 0;
  /** An address that nobody has used in this file. */
  const elsewhere = () => {
    places += 1;
    return `198.51.100.${String(places)}`;
  };
  const registered = async () => {
    const details = somebody();
    await world.anyone.post('/v1/identity/register', details);
    return details.username;
  };
  const attempt = (username: string, guess: string, from: string, on = world) =>
    on.anyone.post<Refused>(
      '/v1/identity/token',
      { username, password: guess },
      { headers: { 'x-forwarded-for': from } },
    );
  const codesOf = (answers: Answer<Refused>[]) =>
    answers.map(({ status, body }) => (status === 200 ? 'in' : body.code.replace('identity.', '')));
  const guessTimes = async (times: number, username: string, from: string) => {
    const answers = [];
    for (let guess = 1; guess <= times; guess += 1) {
      answers.push(await attempt(username, `guess ${String(guess)}`, from));
    }
    return answers;
  };

  test('five times locks the account, which is told with the time to wait, and ends after it', async () => {
    const [username, from] = [await registered(), elsewhere()];
    expect(codesOf(await guessTimes(6, username, from))).toEqual([
      ...Array<string>(5).fill('credentials-wrong'),
      'sign-in-locked',
    ]);
    const locked = await attempt(username, password, from);
    expect(locked.status).toBe(429);
    expect(locked.body.retryAfter).toBeGreaterThan(55);
    expect(locked.body.retryAfter).toBeLessThanOrEqual(60);
    expect(locked.headers.get('retry-after')).toBe(String(locked.body.retryAfter));
    world.clock.forwardMinutes(1);
    expect(codesOf([await attempt(username, password, from)])).toEqual(['in']);
  });

  test('goes on to lock for twice as long each time, and for a quarter of an hour at most', async () => {
    const [username, from] = [await registered(), elsewhere()];
    await guessTimes(4, username, from);
    const minutes = [];
    for (let round = 1; round <= 6; round += 1) {
      expect(codesOf(await guessTimes(1, username, from))).toEqual(['credentials-wrong']);
      const { body } = await attempt(username, password, from);
      minutes.push(Math.round((body.retryAfter ?? 0) / 60));
      world.clock.forwardSeconds((body.retryAfter ?? 0) + 1);
    }
    expect(minutes).toEqual([1, 2, 4, 8, 15, 15]);
    expect(codesOf([await attempt(username, password, from)])).toEqual(['in']);
  });

  test('is forgotten after a quarter of an hour, and by signing in', async () => {
    const [username, from] = [await registered(), elsewhere()];
    await guessTimes(4, username, from);
    world.clock.forwardMinutes(15);
    expect(codesOf(await guessTimes(4, username, from))).toEqual(Array(4).fill('credentials-wrong'));
    expect(codesOf([await attempt(username, password, from)])).toEqual(['in']);
    expect(codesOf(await guessTimes(4, username, from))).toEqual(Array(4).fill('credentials-wrong'));
    expect(codesOf([await attempt(username, password, from)])).toEqual(['in']);
  });

  test('is counted under a name in any case of letters', async () => {
    const [username, from] = [await registered(), elsewhere()];
    await guessTimes(3, username, from);
    await guessTimes(2, username.toUpperCase(), from);
    expect(codesOf([await attempt(username, password, from)])).toEqual(['sign-in-locked']);
  });

  test('looks the same for somebody who is not there, or may not sign in', async () => {
    const known = await registered();
    const disabled = (await signedIn(world)).profile;
    const { client: clerk } = await signedInStaff(world);
    expect((await clerk.post(`/v1/identity/customers/${disabled.id}/disable`)).status).toBe(200);
    const answers = [];
    for (const username of [known, 'nobody-at-all', disabled.username, 'no name \0 at all']) {
      const seen = await guessTimes(6, username, elsewhere());
      answers.push(
        seen.map(({ status, headers, body }) => {
          const { requestId, retryAfter, ...rest } = body;
          expect([typeof requestId, (retryAfter ?? 60) > 50]).toEqual(['string', true]);
          return { status, rest, fields: [...headers.keys()].sort() };
        }),
      );
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('a locked account costs no work: nothing is compared', async () => {
    const [username, from] = [await registered(), elsewhere()];
    await guessTimes(5, username, from);
    const answers = await Promise.all(Array.from({ length: 60 }, () => attempt(username, password, from)));
    expect(new Set(codesOf(answers))).toEqual(new Set(['sign-in-locked']));
  });

  test('many times at once gets no further than one after the other', async () => {
    const [username, from] = [await registered(), elsewhere()];
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, guess) => attempt(username, `guess ${String(guess)}`, from)),
    );
    expect(codesOf(answers).sort()).toEqual([
      ...Array<string>(5).fill('credentials-wrong'),
      ...Array<string>(25).fill('sign-in-locked'),
    ]);
  });

  test('in several processes is counted together', async () => {
    const [username, from] = [await registered(), elsewhere()];
    const other = await World.start({
      database: world.database,
      clock: world.clock,
      processes: ['api'],
      variables: { TRUST_PROXY: '1' },
    });
    try {
      await guessTimes(3, username, from);
      for (let guess = 1; guess <= 2; guess += 1) await attempt(username, 'wrong', from, other);
      expect(codesOf([await attempt(username, password, from)])).toEqual(['sign-in-locked']);
      expect(codesOf([await attempt(username, password, from, other)])).toEqual(['sign-in-locked']);
    } finally {
      await other.stop();
    }
  });

  test('at once from where somebody is right does not lock them out', async () => {
    const [username, from] = [await registered(), elsewhere()];
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(username, password, from)));
    expect(new Set(codesOf(answers))).toEqual(new Set(['in']));
  });

  test('by a stranger keeps nobody out where they have signed in before', async () => {
    const [username, home, stranger] = [await registered(), elsewhere(), elsewhere()];
    await attempt(username, password, home);
    for (let round = 1; round <= 3; round += 1) {
      await guessTimes(6, username, stranger);
      expect(codesOf([await attempt(username, password, stranger)])).toEqual(['sign-in-locked']);
      expect(codesOf([await attempt(username, password, home)])).toEqual(['in']);
    }
    await guessTimes(5, username, home);
    expect(codesOf([await attempt(username, password, home)])).toEqual(['sign-in-locked']);
  });

  test('at many accounts from one address locks the address, and nobody who comes from elsewhere', async () => {
    const [username, from] = [await registered(), elsewhere()];
    for (let guess = 1; guess <= 100; guess += 1) await attempt(`nobody-${String(guess)}`, 'guess', from);
    expect(codesOf([await attempt(username, password, from)])).toEqual(['sign-in-locked']);
    expect(codesOf([await attempt(username, password, elsewhere())])).toEqual(['in']);
  });

  test('of a machine is stopped by its client id, in the words of OAuth', async () => {
    const clients = world.app.get(ClientsService);
    const { clientId, clientSecret } = await clients.create({ name: 'Feed', scopes: ['payments:feed'] });
    const from = elsewhere();
    const ask = (id: string, secret: string) =>
      world.anyone.request<{ error?: string; code?: string; retryAfter?: number }>(
        'POST',
        '/v1/oauth/token',
        String(
          new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
        ),
        { headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from } },
      );
    for (const id of [clientId, 'nobodys-client']) {
      const statuses = [];
      for (let guess = 1; guess <= 6; guess += 1)
        statuses.push((await ask(id, `guess ${String(guess)}`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    }
    const { status, headers, body } = await ask(clientId, clientSecret);
    expect([status, body.error, body.code]).toEqual([
      429,
      'temporarily_unavailable',
      'identity.sign-in-locked',
    ]);
    expect(headers.get('retry-after')).toBe(String(body.retryAfter));
    // A user of the same name is somebody else.
    expect(codesOf([await attempt(clientId, password, from)])).toEqual(['credentials-wrong']);
    world.clock.forwardMinutes(1);
    expect((await ask(clientId, clientSecret)).status).toBe(200);
  });

  test('leaves nothing behind that could be read, and nothing for ever', async () => {
    const rows = () =>
      world.rows<{ kept: string }>('SELECT row_to_json(a)::text AS kept FROM identity.login_attempts a');
    const username = await registered();
    await guessTimes(1, username, elsewhere());
    const kept = (await rows()).map((row) => row.kept).join('\n');
    expect(kept).not.toContain(username);
    expect(kept).not.toContain('198.51.100');
    world.clock.forwardMinutes(31 * 24 * 60);
    await world.settle();
    expect(await rows()).toEqual([]);
    expect(await world.app.get(LoginAttempts).forgetOld()).toBe(false);
  });
});

describe('Without a trusted proxy', () => {
  test('nobody chooses the address that counts for them', async () => {
    const world = await World.start({ processes: ['api'] });
    try {
      for (let guess = 1; guess <= 100; guess += 1) {
        await world.anyone.post(
          '/v1/identity/token',
          { username: `nobody-${String(guess)}`, password: 'guess' },
          { headers: { 'x-forwarded-for': `198.51.100.${String(guess)}` } },
        );
      }
      const { profile } = await signedIn(world);
      expect(profile).toBeDefined();
      const { status } = await world.anyone.post('/v1/identity/token', {
        username: profile.username,
        password,
      });
      expect(status).toBe(429);
    } finally {
      await world.end();
    }
  });
});
