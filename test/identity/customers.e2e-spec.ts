/** Customers as staff find, enter and change them. */
import { CustomersService, PeopleQueries, type PersonView, type Profile } from '@plaza/identity';
import { newId } from '@plaza/platform';
import type { Client } from '#test/client';
import { World } from '#test/world';
import {
  announced,
  counterCustomer,
  partnerClient,
  password,
  refresh,
  signedIn,
  signedInStaff,
  signIn,
  somebody,
  type SignedIn,
} from './people';

interface Refusal {
  code: string;
  customerId?: string;
  errors?: { pointer: string }[];
}

describe('Customers, for staff', () => {
  let world: World;
  let staff: SignedIn;
  let customers: Client;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    staff = await signedInStaff(world);
    customers = staff.client;
  });
  afterAll(() => world.end());

  const path = (id: string, verb = '') => `/v1/identity/customers/${id}${verb}`;

  test('are entered at the counter without a login, and announced', async () => {
    const details = { fullName: ' Lise Meitner ', documentNumber: 'lm-1878' };
    const { status, body } = await customers.post<PersonView>('/v1/identity/customers', details);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      username: null,
      email: null,
      fullName: 'Lise Meitner',
      documentNumber: 'LM-1878',
      role: 'customer',
      createdAt: expect.stringMatching(/Z$/) as unknown,
      disabledAt: null,
    });
    const data = { customerId: body.id, username: null, fullName: 'Lise Meitner', email: null };
    expect(await announced(world, body.id)).toEqual([{ type: 'customer-registered', data }]);
    expect((await customers.get(path(body.id))).body).toEqual(body);
  });

  test('without a login are nobody who can sign in, whatever is tried', async () => {
    const entered = await counterCustomer(customers);
    for (const username of ['null', entered.id, entered.documentNumber ?? '']) {
      const { status } = await world.anyone.post('/v1/identity/token', { username, password });
      expect(status).toBe(401);
    }
  });

  test('are entered once when the same Idempotency-Key comes twice', async () => {
    const details = { fullName: 'Twice', documentNumber: 'twice-1' };
    const headers = { 'idempotency-key': 'twice-1' };
    const first = await customers.post('/v1/identity/customers', details, { headers });
    const again = await customers.post('/v1/identity/customers', details, { headers });
    expect(again.body).toEqual(first.body);
    expect((await customers.post<Refusal>('/v1/identity/customers', details)).body.code).toBe(
      'identity.document-taken',
    );
  });

  test('of the same document are one, however many enter them at once', async () => {
    const details = { fullName: 'Rush', documentNumber: 'rush-1' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => customers.post('/v1/identity/customers', details)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('are named by their id to staff who enter them again or give another their document', async () => {
    const entered = await counterCustomer(customers);
    const other = await counterCustomer(customers);
    const documentNumber = entered.documentNumber?.toLowerCase();
    const again = await customers.post<Refusal>('/v1/identity/customers', {
      fullName: 'Again',
      documentNumber,
    });
    const underKey = await customers.post<Refusal>(
      '/v1/identity/customers',
      { fullName: 'Again', documentNumber },
      { headers: { 'idempotency-key': 'again-1' } },
    );
    const changed = await customers.patch<Refusal>(path(other.id), { documentNumber });
    for (const { status, body } of [again, underKey, changed]) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'identity.document-taken', customerId: entered.id });
      expect(JSON.stringify(body)).not.toContain('at the counter');
    }
  });

  test('are named to nobody who registers with their document', async () => {
    const entered = await counterCustomer(customers);
    const { status, body } = await world.anyone.post<Refusal>('/v1/identity/register', {
      ...somebody(),
      documentNumber: entered.documentNumber,
    });
    expect([status, body.code]).toEqual([409, 'identity.document-taken']);
    expect(JSON.stringify(body)).not.toContain(entered.id);
  });

  describe('are changed', () => {
    test('field by field, and announced when something is different', async () => {
      const entered = await counterCustomer(customers);
      const email = 'counter@example.net';
      const changed = await customers.patch<PersonView>(path(entered.id), { email, documentNumber: 'new-1' });
      expect([changed.status, changed.body]).toEqual([200, { ...entered, email, documentNumber: 'NEW-1' }]);
      await customers.patch(path(entered.id), { documentNumber: 'new-1' });
      const { body } = await customers.patch<PersonView>(path(entered.id), { email: null, fullName: 'Nell' });
      expect(body).toMatchObject({ email: null, fullName: 'Nell', documentNumber: 'NEW-1' });
      const events = await announced(world, entered.id);
      expect(events.map(({ type }) => type)).toEqual([
        'customer-registered',
        'customer-changed',
        'customer-changed',
      ]);
      expect(events.at(-1)?.data).toEqual({
        customerId: entered.id,
        username: null,
        fullName: 'Nell',
        email: null,
      });
    });

    test('but keep what they are known by', async () => {
      const entered = await counterCustomer(customers);
      const { profile } = await signedIn(world);
      const undocumented = await customers.patch<Refusal>(path(entered.id), { documentNumber: null });
      const unreachable = await customers.patch<Refusal>(path(profile.id), { email: null });
      expect([undocumented.status, undocumented.body.errors?.[0]?.pointer]).toEqual([400, '/documentNumber']);
      expect([unreachable.status, unreachable.body.errors?.[0]?.pointer]).toEqual([400, '/email']);
      expect((await customers.patch(path(profile.id), { documentNumber: null })).status).toBe(200);
    });

    test("and get neither somebody else's document nor their address", async () => {
      const [one, other] = [await counterCustomer(customers), (await signedIn(world)).profile];
      const { documentNumber } = one;
      const document = await customers.patch<Refusal>(path(other.id), { documentNumber });
      const address = await customers.patch<Refusal>(path(one.id), { email: other.email.toUpperCase() });
      expect([document.status, document.body.code]).toEqual([409, 'identity.document-taken']);
      expect([address.status, address.body.code]).toEqual([409, 'identity.email-taken']);
    });

    test.each([
      [{ username: 'other' }, '/username'],
      [{ role: 'admin' }, '/role'],
      [{ disabledAt: null }, '/disabledAt'],
      [{ fullName: 7 }, '/fullName'],
      [{ fullName: ' ' }, '/fullName'],
      [{ email: 'nowhere' }, '/email'],
      [{ documentNumber: 'ab' }, '/documentNumber'],
      [{ documentNumber: 'a\u0000bc' }, '/documentNumber'],
    ])('not by %j', async (change, pointer) => {
      const { id } = await counterCustomer(customers);
      const { status, body } = await customers.patch<Refusal>(path(id), change);
      expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
    });
  });

  describe('that are disabled', () => {
    test('lose all sessions at once and cannot sign in, until they are enabled', async () => {
      const { profile, client, tokens } = await signedIn(world);
      const other = await signIn(world, profile.username);
      const { status, body } = await customers.post<PersonView>(path(profile.id, '/disable'));
      expect([status, body.disabledAt]).toEqual([200, expect.stringMatching(/Z$/)]);
      expect((await client.get('/v1/identity/me')).status).toBe(401);
      expect((await other.client.get('/v1/identity/me')).status).toBe(401);
      expect((await refresh(world, tokens.refreshToken)).status).toBe(401);
      expect((await signIn(world, profile.username)).tokens).toMatchObject({
        code: 'identity.credentials-wrong',
      });
      const enabled = await customers.post<PersonView>(path(profile.id, '/enable'));
      expect([enabled.status, enabled.body.disabledAt]).toEqual([200, null]);
      expect((await refresh(world, tokens.refreshToken)).status).toBe(401);
      expect((await signIn(world, profile.username)).tokens.accessToken).toBeDefined();
    });

    test('may be disabled and enabled again and again, and stay as they were', async () => {
      const { id } = await counterCustomer(customers);
      const first = await customers.post<PersonView>(path(id, '/disable'));
      world.clock.forwardSeconds(1);
      const again = await customers.post<PersonView>(path(id, '/disable'));
      expect(again.body).toEqual(first.body);
      await customers.post(path(id, '/enable'));
      expect((await customers.post<PersonView>(path(id, '/enable'))).body.disabledAt).toBeNull();
    });

    test('keep no session that begins in the same moment', async () => {
      const { profile } = await signedIn(world);
      const [begun] = await Promise.all([
        Promise.all(Array.from({ length: 4 }, () => signIn(world, profile.username))),
        world.app.get(CustomersService).disable(profile.id),
      ]);
      const answers = await Promise.all(begun.map(({ client }) => client.get('/v1/identity/me')));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    });
  });

  describe('are nobody else', () => {
    const verbs: [string, (client: Client, id: string) => Promise<{ status: number; body: Refusal }>][] = [
      ['read', (client, id) => client.get(path(id))],
      ['changed', (client, id) => client.patch(path(id), { fullName: 'Somebody Else' })],
      ['disabled', (client, id) => client.post(path(id, '/disable'))],
      ['enabled', (client, id) => client.post(path(id, '/enable'))],
      ['given a claim code', (client, id) => client.post(path(id, '/claim-code'))],
    ];

    test.each(verbs)('and whoever is none cannot be %s', async (_, ask) => {
      const [clerk, admin] = [await signedInStaff(world), await signedInStaff(world, 'admin')];
      for (const id of [clerk.profile.id, admin.profile.id, staff.profile.id, newId()]) {
        const { status, body } = await ask(customers, id);
        expect([status, body.code]).toEqual([404, 'identity.user-unknown']);
      }
      const { body: me } = await clerk.client.get<Profile>('/v1/identity/me');
      expect({ ...me, disabledAt: null }).toEqual(JSON.parse(JSON.stringify(clerk.profile)));
    });

    test.each(verbs)('cannot be %s under an id that is none', async (_, ask) => {
      expect((await ask(customers, 'rubbish')).status).toBe(400);
    });

    test.each(verbs)('and no customer, partner or stranger has one %s', async (_, ask) => {
      const { profile, client } = await signedIn(world);
      const other = await signedIn(world);
      const asked = [
        await ask(client, profile.id),
        await ask(client, other.profile.id),
        await ask(await partnerClient(world), profile.id),
        await ask(world.anyone, profile.id),
      ];
      expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 401]);
      expect((await world.app.get(PeopleQueries).customer(profile.id)).disabledAt).toBeNull();
    });

    test('and nobody but staff lists or enters them', async () => {
      const { client } = await signedIn(world);
      const partner = await partnerClient(world);
      const details = { fullName: 'Nobody', documentNumber: 'nobody-1' };
      for (const [who, status] of [
        [client, 403],
        [partner, 403],
        [world.anyone, 401],
      ] as const) {
        expect((await who.get('/v1/identity/customers')).status).toBe(status);
        expect((await who.post('/v1/identity/customers', details)).status).toBe(status);
      }
      expect(await world.rows(`SELECT FROM identity.users WHERE document_number = 'NOBODY-1'`)).toEqual([]);
    });
  });

  test.each([
    [{ documentNumber: 'abc' }, '/fullName'],
    [{ fullName: 'Ada' }, '/documentNumber'],
    [{ fullName: 'Ada\u0000', documentNumber: 'abc' }, '/fullName'],
    [{ fullName: 'Ada', documentNumber: ['abc'] }, '/documentNumber'],
    [{ fullName: 'Ada', documentNumber: 'abc', email: 'x' }, '/email'],
    [{ fullName: 'Ada', documentNumber: 'abc', password }, '/password'],
    [{ ...somebody(), fullName: 'Ada', documentNumber: 'abc' }, '/username'],
  ])('are not entered as %j', async (details, pointer) => {
    const { status, body } = await customers.post<Refusal>('/v1/identity/customers', details);
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
  });
});
