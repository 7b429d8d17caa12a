/** Customers of the counter who come to have a login of their own. */
import type { LoginProfile, PersonView } from '@plaza/identity';
import { World } from '#test/world';
import {
  announced,
  counterCustomer,
  signedIn,
  signedInStaff,
  signIn,
  somebody,
  type SignedIn,
} from './people';

interface Refusal {
  code: string;
  errors?: { pointer: string }[];
}

interface Issued {
  code: string;
  expiresAt: string;
}

const hourMs = 3_600_000;

describe('A claim code', () => {
  let world: World;
  let staff: SignedIn;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });
  // The clock moves by days: everybody signs in anew.
  beforeEach(async () => {
    staff = await signedInStaff(world);
  });
  afterAll(() => world.end());

  const issue = async (id: string) =>
    (await staff.client.post<Issued>(`/v1/identity/customers/${id}/claim-code`)).body;
  const register = (details: object, headers: Record<string, string> = {}) =>
    world.anyone.post<LoginProfile & Refusal>('/v1/identity/register', details, { headers });
  const claim = ({ documentNumber }: PersonView, claimCode: string, details: object = somebody()) =>
    register({ ...details, documentNumber, claimCode });
  const entered = () => counterCustomer(staff.client);
  const anotherThan = (code: string) => (code.startsWith('A') ? `C${code.slice(1)}` : `A${code.slice(1)}`);

  test('is short, can be read aloud, and is kept by nobody on the way', async () => {
    const { id } = await entered();
    const { status, headers, body } = await staff.client.post<Issued>(
      `/v1/identity/customers/${id}/claim-code`,
    );
    expect(status).toBe(201);
    expect(body.code).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{4}-[ACDEFGHJKMNPQRTUVWXY34679]{4}$/);
    expect(Math.abs(Date.parse(body.expiresAt) - world.clock.now().getTime() - 72 * hourMs)).toBeLessThan(
      10_000,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    const kept = await world.rows<{ row: string }>(
      'SELECT claim_codes::text AS row FROM identity.claim_codes',
    );
    expect(kept.map(({ row }) => row).join()).not.toContain(body.code.replace('-', ''));
  });

  test('gives the customer of the counter a login, the same id, and is announced as a change', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    const details = somebody();
    const { status, body } = await claim(customer, code, details);
    expect(status).toBe(201);
    const { disabledAt, ...known } = customer;
    expect(body).toEqual({ ...known, username: details.username, email: details.email });
    const { client } = await signIn(world, details.username);
    expect((await client.get('/v1/identity/me')).body).toEqual(body);
    expect((await announced(world, customer.id)).map(({ type }) => type)).toEqual([
      'customer-registered',
      'customer-changed',
    ]);
    expect((await announced(world, customer.id)).at(-1)?.data).toEqual({
      customerId: customer.id,
      username: details.username,
      fullName: customer.fullName,
      email: details.email,
    });
  });

  test('lets the customer say their own name', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    const { body } = await claim(customer, code, { ...somebody(), fullName: 'My Own Name' });
    expect(body.fullName).toBe('My Own Name');
  });

  test.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['without its dash', (code: string) => code.replace('-', '')],
    ['with spaces', (code: string) => ` ${code.split('').join(' ')} `],
  ])('may be typed %s', async (_, typed) => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    expect((await claim(customer, typed(code))).status).toBe(201);
  });

  test('is good once', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    await claim(customer, code);
    const again = await claim(customer, code);
    expect([again.status, again.body.code]).toEqual([409, 'identity.document-taken']);
  });

  test('makes one login, however many register with it at once', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    const answers = await Promise.all(Array.from({ length: 6 }, () => claim(customer, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await announced(world, customer.id)).map(({ type }) => type)).toEqual([
      'customer-registered',
      'customer-changed',
    ]);
  });

  test('registers once when the same Idempotency-Key comes again', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    const { documentNumber } = customer;
    const details = { ...somebody(), documentNumber, claimCode: code };
    const headers = { 'idempotency-key': details.username };
    const first = await register(details, headers);
    const again = await register(details, headers);
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  test('is refused for everything in the same words, which tell no more than that the document is known', async () => {
    const [without, withCode, expired, disabled] = [
      await entered(),
      await entered(),
      await entered(),
      await entered(),
    ];
    const customer = await signedIn(world);
    await staff.client.patch(`/v1/identity/customers/${customer.profile.id}`, { documentNumber: 'known-1' });
    const { code: disabledCode } = await issue(disabled.id);
    const { code: expiredCode } = await issue(expired.id);
    await staff.client.post(`/v1/identity/customers/${disabled.id}/disable`);
    world.clock.forwardMinutes(72 * 60);
    staff = await signedInStaff(world);
    const { code } = await issue(withCode.id);
    const refusals = [
      await register({ ...somebody(), documentNumber: without.documentNumber }),
      await claim(without, code),
      await register({ ...somebody(), documentNumber: withCode.documentNumber }),
      await claim(withCode, anotherThan(code)),
      await claim(withCode, 'rubbish \u{1F600}'),
      await claim(expired, expiredCode),
      await claim(disabled, disabledCode),
      await register({ ...somebody(), documentNumber: 'known-1' }),
      await register({ ...somebody(), documentNumber: 'known-1', claimCode: code }),
    ];
    const told = refusals.map(({ status, body }) => ({ ...body, status, requestId: '' }));
    expect(told[0]).toMatchObject({ status: 409, code: 'identity.document-taken' });
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await claim(withCode, code)).status).toBe(201);
  });

  test('is void after five wrong attempts, also when each comes with an Idempotency-Key', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    const { documentNumber } = customer;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const details = { ...somebody(), documentNumber, claimCode: anotherThan(code) };
      const { status } = await register(details, attempt % 2 ? { 'idempotency-key': details.username } : {});
      expect(status).toBe(409);
    }
    expect((await claim(customer, code)).body.code).toBe('identity.document-taken');
    expect((await claim(customer, (await issue(customer.id)).code)).status).toBe(201);
  });

  test('bears four wrong attempts', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    for (let attempt = 1; attempt <= 4; attempt += 1) await claim(customer, anotherThan(code));
    expect((await claim(customer, code)).status).toBe(201);
  });

  test('loses no attempt to those that come at once', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    await Promise.all(Array.from({ length: 8 }, () => claim(customer, anotherThan(code))));
    const [row] = await world.rows<{ wrong_attempts: number }>(
      'SELECT wrong_attempts FROM identity.claim_codes WHERE customer_id = $1',
      [customer.id],
    );
    expect(row).toEqual({ wrong_attempts: 5 });
  });

  test('outlives a registration that was refused for something else', async () => {
    const customer = await entered();
    const { code } = await issue(customer.id);
    const { profile } = await signedIn(world);
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const { body } = await claim(customer, code, { ...somebody(), username: profile.username });
      expect(body.code).toBe('identity.username-taken');
    }
    expect((await claim(customer, code)).status).toBe(201);
  });

  test('is void as soon as there is a newer one', async () => {
    const customer = await entered();
    const { code: older } = await issue(customer.id);
    const { code: newer } = await issue(customer.id);
    expect((await claim(customer, older)).status).toBe(409);
    expect((await claim(customer, newer)).status).toBe(201);
  });

  test('lives for three days', async () => {
    const [first, second] = [await entered(), await entered()];
    const [{ code: early }, { code: late }] = [await issue(first.id), await issue(second.id)];
    world.clock.forwardMinutes(72 * 60 - 1);
    expect((await claim(first, early)).status).toBe(201);
    world.clock.forwardMinutes(1);
    expect((await claim(second, late)).status).toBe(409);
  });

  test('is given to nobody who can sign in, and to nobody who is disabled', async () => {
    const { profile } = await signedIn(world);
    const customer = await entered();
    await staff.client.post(`/v1/identity/customers/${customer.id}/disable`);
    const ask = (id: string) => staff.client.post<Refusal>(`/v1/identity/customers/${id}/claim-code`);
    expect((await ask(profile.id)).body.code).toBe('identity.login-exists');
    expect((await ask(customer.id)).body.code).toBe('identity.customer-disabled');
  });

  test('needs the document number of its customer', async () => {
    const { code } = await issue((await entered()).id);
    const none = await register({ ...somebody(), claimCode: code });
    const unknown = await register({ ...somebody(), documentNumber: 'mistyped', claimCode: code });
    expect([none.status, none.body.errors?.[0]?.pointer]).toEqual([400, '/documentNumber']);
    expect([unknown.status, unknown.body.code]).toEqual([409, 'identity.nothing-to-claim']);
    const made = await world.rows(`SELECT FROM identity.users WHERE document_number = 'MISTYPED'`);
    expect(made).toEqual([]);
  });
});
