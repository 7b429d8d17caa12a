import { randomUUID } from 'node:crypto';
import { SessionsService } from '@plaza/identity';
import { Database } from '@plaza/platform';
import type { EntitySubscriberInterface } from 'typeorm';
import { World } from '#test/world';

/** As many passwords are hashed side by side. */
const hashedAtOnceMax = 2;

const person = () => {
  const name = `u${randomUUID().slice(0, 12)}`;
  return { username: name, email: `${name}@example.org`, password: 'a long enough password' };
};

describe('A request with an Idempotency-Key', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
  });

  afterAll(async () => {
    await world.end();
  });

  const register = (body: object, key: string) =>
    world.anyone.post('/v1/identity/register', body, { headers: { 'idempotency-key': key } });
  const users = async (username: string) =>
    (await world.rows('SELECT FROM identity.users WHERE username = $1', [username])).length;

  it('gets the first answer again and has one effect', async () => {
    const key = randomUUID();
    const body = person();
    const first = await register(body, key);
    const again = await register(body, key);
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await users(body.username)).toBe(1);
  });

  it('is the same request when its fields come in another order, and when the key is quoted', async () => {
    const key = randomUUID();
    const { username, email, password } = person();
    const first = await register({ username, email, password }, key);
    const again = await register({ password, email, username }, `"${key}"`);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  it('is refused with 422 when the content is another', async () => {
    const key = randomUUID();
    await register(person(), key);
    const other = await register(person(), key);
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ code: 'request.idempotency-key-reused', idempotencyKey: key });
  });

  it('happens once when five are sent at the same time; those that came too early are told to ask again', async () => {
    const key = randomUUID();
    const body = person();
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(body, key)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect(await users(body.username)).toBe(1);
  });

  it('leaves no memory when it was refused, so that it can be sent again', async () => {
    const key = randomUUID();
    const taken = person();
    await world.anyone.post('/v1/identity/register', taken);
    const refused = await register(taken, key);
    expect(refused.status).toBe(409);
    expect((await register(person(), key)).status).toBe(201);
  });

  it('can be used anew after a day', async () => {
    const key = randomUUID();
    await register(person(), key);
    world.clock.forwardMinutes(24 * 60 + 1);
    expect((await register(person(), key)).status).toBe(201);
  });

  it('waits for its password to be hashed without a transaction', async () => {
    const waiting = 20;
    let hashed = 0;
    let hashedBefore: number | undefined;
    const { subscribers } = world.app.get(Database).dataSource;
    const listener: EntitySubscriberInterface = {
      beforeQuery: ({ query }) => {
        if (query.includes('pg_try_advisory_xact_lock')) hashedBefore = hashed;
      },
    };
    subscribers.push(listener);
    try {
      // Passwords are compared in the order in which they come, a few at a time.
      const sessions = world.app.get(SessionsService);
      const line = Array.from({ length: waiting }, () =>
        sessions.logIn('nobody at all', 'password').catch(() => (hashed += 1)),
      );
      expect((await register(person(), randomUUID())).status).toBe(201);
      await Promise.all(line);
    } finally {
      subscribers.splice(subscribers.indexOf(listener), 1);
    }
    expect(hashedBefore).toBeGreaterThanOrEqual(waiting - hashedAtOnceMax);
  });

  it.each(['two words', 'x'.repeat(256), '"open'])('is refused when the key is %j', async (key) => {
    const body = person();
    const answer = await register(body, key);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toBe('/headers/idempotency-key');
    expect(await users(body.username)).toBe(0);
  });
});
