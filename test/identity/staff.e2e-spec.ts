/** Staff as admins enter, change and disable them. */
import { StaffService, type PeoplePage, type PersonView } from '@plaza/identity';
import { newId } from '@plaza/platform';
import type { Client } from '#test/client';
import { World } from '#test/world';
import {
  announced,
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
  errors?: { pointer: string }[];
}

describe('Staff, for admins', () => {
  let world: World;
  let admin: SignedIn;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    admin = await signedInStaff(world, 'admin');
  });
  afterAll(() => world.end());

  const path = (id: string, verb = '') => `/v1/identity/staff/${id}${verb}`;
  const view = (id: string) => admin.client.get<PersonView>(path(id));
  const soleAdmin = async () => {
    await world.rows(
      `UPDATE identity.users SET disabled_at = now() WHERE role = 'admin' AND id <> $1 RETURNING id`,
      [admin.profile.id],
    );
  };

  test('are entered with a password of their own, and are announced to nobody', async () => {
    const details = { ...somebody(), role: 'staff', fullName: 'Stella' };
    const { status, body } = await admin.client.post<PersonView>('/v1/identity/staff', details);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String) as unknown,
      username: details.username,
      email: details.email,
      fullName: 'Stella',
      documentNumber: null,
      role: 'staff',
      createdAt: expect.stringMatching(/Z$/) as unknown,
      disabledAt: null,
    });
    expect((await view(body.id)).body).toEqual(body);
    const { client } = await signIn(world, details.username);
    expect((await client.get('/v1/identity/customers')).status).toBe(200);
    expect((await client.get('/v1/identity/staff')).status).toBe(403);
    expect(await announced(world, body.id)).toEqual([]);
  });

  test('are listed newest first, page by page, without customers', async () => {
    await signedIn(world);
    const clerks: string[] = [];
    for (let number = 1; number <= 3; number += 1) clerks.unshift((await signedInStaff(world)).profile.id);
    const first = await admin.client.get<PeoplePage>('/v1/identity/staff', {
      query: { limit: 2, total: true },
    });
    const after = first.body.next ?? '';
    const second = await admin.client.get<PeoplePage>('/v1/identity/staff', { query: { limit: 100, after } });
    const all = [...first.body.items, ...second.body.items];
    expect(all.slice(0, 3).map(({ id }) => id)).toEqual(clerks);
    expect(all).toHaveLength(first.body.total ?? -1);
    expect(all.map(({ role }) => role)).not.toContain('customer');
    expect(second.body.next).toBeNull();
  });

  test('change name and address, and keep what is not named', async () => {
    const { profile } = await signedInStaff(world);
    const email = `new.${profile.email}`;
    const { body } = await admin.client.patch<PersonView>(path(profile.id), { fullName: 'Grace', email });
    expect(body).toMatchObject({ fullName: 'Grace', email, role: 'staff', username: profile.username });
    expect((await admin.client.patch<PersonView>(path(profile.id), {})).body).toEqual(body);
  });

  test('have to sign in again with another role, and then may do what it may', async () => {
    const { profile, client, tokens } = await signedInStaff(world);
    await admin.client.patch(path(profile.id), { role: 'admin' });
    expect((await client.get('/v1/identity/me')).status).toBe(401);
    expect((await refresh(world, tokens.refreshToken)).status).toBe(401);
    const promoted = await signIn(world, profile.username);
    expect((await promoted.client.get('/v1/identity/staff')).status).toBe(200);
    await admin.client.patch(path(profile.id), { role: 'staff' });
    expect((await promoted.client.get('/v1/identity/staff')).status).toBe(401);
    const demoted = await signIn(world, profile.username);
    expect((await demoted.client.get('/v1/identity/staff')).status).toBe(403);
  });

  test('keep their sessions when the role stays', async () => {
    const { profile, client } = await signedInStaff(world);
    await admin.client.patch(path(profile.id), { role: 'staff', fullName: 'Same' });
    expect((await client.get('/v1/identity/me')).status).toBe(200);
  });

  test('that are disabled lose all sessions at once and cannot sign in, until they are enabled', async () => {
    const { profile, client } = await signedInStaff(world);
    const { status, body } = await admin.client.post<PersonView>(path(profile.id, '/disable'));
    expect([status, body.disabledAt]).toEqual([200, expect.stringMatching(/Z$/)]);
    expect((await client.get('/v1/identity/me')).status).toBe(401);
    expect((await signIn(world, profile.username)).tokens).toMatchObject({
      code: 'identity.credentials-wrong',
    });
    expect((await admin.client.post<PersonView>(path(profile.id, '/enable'))).body.disabledAt).toBeNull();
    expect((await signIn(world, profile.username)).tokens.accessToken).toBeDefined();
  });

  describe('always have an admin: ', () => {
    test('none disables or demotes themselves', async () => {
      await signedInStaff(world, 'admin');
      const self = admin.profile.id;
      const disabled = await admin.client.post<Refusal>(path(self, '/disable'));
      const demoted = await admin.client.patch<Refusal>(path(self), { role: 'staff' });
      expect([disabled.status, disabled.body.code]).toEqual([403, 'identity.not-yourself']);
      expect([demoted.status, demoted.body.code]).toEqual([403, 'identity.not-yourself']);
      const { status, body } = await admin.client.patch<PersonView>(path(self), {
        fullName: 'Alma',
        role: 'admin',
      });
      expect([status, body.fullName]).toEqual([200, 'Alma']);
      expect((await admin.client.get('/v1/identity/me')).status).toBe(200);
    });

    test('the last active one is left, whoever wants otherwise', async () => {
      await soleAdmin();
      const operator = { kind: 'system', id: 'operator' } as const;
      const staff = world.app.get(StaffService);
      const last = admin.profile.id;
      await expect(staff.disable(last, operator)).rejects.toMatchObject({ code: 'identity.last-admin' });
      await expect(staff.change(last, { role: 'staff' }, operator)).rejects.toMatchObject({
        code: 'identity.last-admin',
      });
    });

    test('of many who disable and demote each other at once, one is left', async () => {
      await soleAdmin();
      const others = [];
      for (let number = 1; number <= 3; number += 1) others.push(await signedInStaff(world, 'admin'));
      const everybody = [admin, ...others];
      const answers = await Promise.all(
        everybody.flatMap((actor, at) =>
          everybody.flatMap((target, targetAt) => {
            if (target === actor) return [];
            return (at + targetAt) % 2
              ? [actor.client.post<Refusal>(path(target.profile.id, '/disable'))]
              : [actor.client.patch<Refusal>(path(target.profile.id), { role: 'staff' })];
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
      const left = await world.rows<{ id: string }>(
        `SELECT id FROM identity.users WHERE role = 'admin' AND disabled_at IS NULL`,
      );
      expect(left).toHaveLength(1);
      for (const { body, status } of answers.filter((answer) => answer.status !== 200)) {
        expect([status, body.code]).toEqual(
          status === 401 ? [401, 'identity.token-invalid'] : [403, 'identity.not-allowed'],
        );
      }
      admin = await signedInStaff(world, 'admin');
    });
  });

  describe('are nobody else', () => {
    const verbs: [string, (client: Client, id: string) => Promise<{ status: number; body: Refusal }>][] = [
      ['read', (client, id) => client.get(path(id))],
      ['changed', (client, id) => client.patch(path(id), { fullName: 'Somebody Else', role: 'admin' })],
      ['disabled', (client, id) => client.post(path(id, '/disable'))],
      ['enabled', (client, id) => client.post(path(id, '/enable'))],
    ];

    test.each(verbs)('and a customer cannot be %s among them', async (_, ask) => {
      const { profile, client } = await signedIn(world);
      for (const id of [profile.id, newId()]) {
        const { status, body } = await ask(admin.client, id);
        expect([status, body.code]).toEqual([404, 'identity.user-unknown']);
      }
      expect((await client.get('/v1/identity/me')).status).toBe(200);
    });

    test.each(verbs)('and nobody but an admin has one %s', async (_, ask) => {
      const target = await signedInStaff(world);
      const colleague = await signedInStaff(world);
      const asked = [
        await ask(target.client, target.profile.id),
        await ask(colleague.client, target.profile.id),
        await ask((await signedIn(world)).client, target.profile.id),
        await ask(await partnerClient(world), target.profile.id),
        await ask(world.anyone, target.profile.id),
      ];
      expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403, 401]);
      expect((await view(target.profile.id)).body).toEqual({
        ...JSON.parse(JSON.stringify(target.profile)),
        disabledAt: null,
      });
    });

    test('and nobody but an admin lists or enters them', async () => {
      const everybodyElse = [
        (await signedInStaff(world)).client,
        (await signedIn(world)).client,
        await partnerClient(world),
      ];
      for (const who of everybodyElse) {
        expect((await who.get('/v1/identity/staff')).status).toBe(403);
        expect((await who.post('/v1/identity/staff', { ...somebody(), role: 'admin' })).status).toBe(403);
      }
    });
  });

  test.each([
    [{ role: 'customer' }, '/role'],
    [{ role: undefined }, '/role'],
    [{ role: 'staff', password: 'short' }, '/password'],
    [{ role: 'staff', username: 'a' }, '/username'],
    [{ role: 'staff', username: null }, '/username'],
    [{ role: 'staff', documentNumber: 'abc' }, '/documentNumber'],
  ])('are not entered with %j', async (fault, pointer) => {
    const { status, body } = await admin.client.post<Refusal>('/v1/identity/staff', {
      ...somebody(),
      ...fault,
    });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  test.each([
    [{ role: 'customer' }, '/role'],
    [{ role: null }, '/role'],
    [{ email: null }, '/email'],
    [{ username: 'other' }, '/username'],
    [{ password }, '/password'],
  ])('are not changed by %j', async (change, pointer) => {
    const { profile } = await signedInStaff(world);
    const { status, body } = await admin.client.patch<Refusal>(path(profile.id), change);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  test('do not get a username or address that is taken, by whomever', async () => {
    const { profile } = await signedIn(world);
    const { username, email } = profile;
    const enter = (taken: object) =>
      admin.client.post<Refusal>('/v1/identity/staff', { ...somebody(), role: 'staff', ...taken });
    expect((await enter({ username })).body.code).toBe('identity.username-taken');
    expect((await enter({ email })).body.code).toBe('identity.email-taken');
  });
});
