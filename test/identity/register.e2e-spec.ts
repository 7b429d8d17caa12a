import type { EventEnvelope } from '@plaza/messaging';
import { World } from '#test/world';
import { somebody } from './people';

interface Refusal {
  code: string;
  errors?: { pointer: string; detail: string }[];
}

describe('Registering', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });
  afterAll(() => world.end());

  const register = (details: object) =>
    world.anyone.post<Record<string, unknown> & Refusal>('/v1/identity/register', details);

  test('makes a customer and tells everything about them but the password', async () => {
    const details = { ...somebody(), fullName: ' Ada Lovelace ', documentNumber: 'ab-1815' };
    const { status, body } = await register(details);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      username: details.username,
      email: details.email,
      fullName: 'Ada Lovelace',
      documentNumber: 'AB-1815',
      role: 'customer',
      createdAt: expect.stringMatching(/Z$/) as unknown,
    });
  });

  test('keeps the password only as an argon2id hash', async () => {
    const { body } = await register(somebody());
    const [row] = await world.rows<{ password_hash: string }>(
      'SELECT password_hash FROM identity.users WHERE id = $1',
      [body['id']],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('announces the customer', async () => {
    const details = somebody();
    const { body } = await register(details);
    const [row] = await world.rows<{ envelope: EventEnvelope }>(
      `SELECT envelope FROM messaging.outbox WHERE topic = 'identity.events' AND key = $1`,
      [body['id']],
    );
    const { username, email } = details;
    expect(row?.envelope).toMatchObject({
      type: 'customer-registered',
      data: { customerId: body['id'], username, email, fullName: null },
    });
  });

  test('refuses a username that is taken, whatever its case', async () => {
    const first = somebody();
    await register(first);
    const { status, body } = await register({ ...somebody(), username: first.username.toUpperCase() });
    expect([status, body.code]).toEqual([409, 'identity.username-taken']);
  });

  test('refuses an e-mail address that is registered already, whatever its case', async () => {
    const first = somebody();
    await register(first);
    const { status, body } = await register({ ...somebody(), email: first.email.toUpperCase() });
    expect([status, body.code]).toEqual([409, 'identity.email-taken']);
  });

  test('refuses a document number that another customer has', async () => {
    await register({ ...somebody(), documentNumber: 'x-100' });
    const { status, body } = await register({ ...somebody(), documentNumber: 'X-100' });
    expect([status, body.code]).toEqual([409, 'identity.document-taken']);
  });

  test('lets exactly one of many have a name that all want at once', async () => {
    const { username } = somebody();
    const answers = await Promise.all(Array.from({ length: 8 }, () => register({ ...somebody(), username })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  test('sent again with the same Idempotency-Key answers the same and registers once', async () => {
    const details = somebody();
    const headers = { 'idempotency-key': `"${details.username}"` };
    const first = await world.anyone.post('/v1/identity/register', details, { headers });
    const again = await world.anyone.post('/v1/identity/register', details, { headers });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
  });

  test.each([
    ['a password of seven characters', { password: 'a1b2c3.' }, '/password'],
    ['a password of 129 characters', { password: 'x'.repeat(129) }, '/password'],
    ['a password that is tried first', { password: 'Password123' }, '/password'],
    ['a username of two characters', { username: 'ab' }, '/username'],
    ['a username with a space', { username: 'ada lovelace' }, '/username'],
    ['a username with an accent', { username: 'añadir' }, '/username'],
    ['something that is no e-mail address', { email: 'ada.example.com' }, '/email'],
    ['a name with a control character', { fullName: 'Ada\u0000' }, '/fullName'],
    ['a name with half a character', { fullName: 'Ada \ud83d' }, '/fullName'],
    ['a document number that is not text', { documentNumber: 123456 }, '/documentNumber'],
    ['a field that is not asked for', { role: 'admin' }, '/role'],
  ])('refuses %s and says where', async (_, fault, pointer) => {
    const { status, body } = await register({ ...somebody(), ...fault });
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.pointer)).toEqual([pointer]);
  });
});
