/** Customers as staff look for them. */
import type { PeoplePage } from '@plaza/identity';
import { newId } from '@plaza/platform';
import type { Client } from '#test/client';
import { World } from '#test/world';
import { counterCustomer, signedIn, signedInStaff, type SignedIn } from './people';

interface Refusal {
  code: string;
  errors?: { pointer: string }[];
}

describe('Staff find customers', () => {
  let world: World;
  let staff: SignedIn;
  let customers: Client;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    staff = await signedInStaff(world);
    customers = staff.client;
  });
  afterAll(() => world.end());

  const find = async (query: Record<string, string | number | boolean>) =>
    (await customers.get<PeoplePage>('/v1/identity/customers', { query })).body;
  const namesFoundBy = async (q: string) => (await find({ q })).items.map(({ fullName }) => fullName);

  test('by the whole document number, however it is written', async () => {
    const { id } = await counterCustomer(customers, { documentNumber: 'doc-77.a' });
    await counterCustomer(customers, { documentNumber: 'doc-77.ab' });
    expect((await find({ document: ' DOC-77.A ' })).items.map((found) => found.id)).toEqual([id]);
    expect((await find({ document: 'doc-77' })).items).toEqual([]);
  });

  test.each([
    ['part of the name without its accents', 'zunig'],
    ['the name in capitals with its accents', 'ZÚÑIGA'],
    ['words in any order', 'zuniga ines'],
    ['a short word that a name begins with', 'in zu'],
    ['part of the e-mail address', 'nes.z@exam'],
    ['part of the document number', 'iz-19'],
  ])('by %s', async (_, q) => {
    if ((await find({ document: 'IZ-1933' })).items.length === 0) {
      const email = 'ines.z@example.net';
      await counterCustomer(customers, { fullName: 'Inés Zúñiga', documentNumber: 'iz-1933', email });
    }
    expect(await namesFoundBy(q)).toEqual(['Inés Zúñiga']);
  });

  test('by part of the username, where they can sign in', async () => {
    const { profile } = await signedIn(world);
    expect((await find({ q: profile.username })).items.map(({ id }) => id)).toContain(profile.id);
  });

  test('only by what they are called: percent signs, underscores and backslashes stand for themselves', async () => {
    await counterCustomer(customers, { fullName: 'Hundred% Pure_One a\\b' });
    expect(await namesFoundBy('hundred%')).toEqual(['Hundred% Pure_One a\\b']);
    expect(await namesFoundBy('pure_one a\\b')).toEqual(['Hundred% Pure_One a\\b']);
    expect(await namesFoundBy('hun_red')).toEqual([]);
    expect(await namesFoundBy('hun%red')).toEqual([]);
  });

  test('newest first, page by page, each once, with how many there are', async () => {
    const entered: string[] = [];
    for (let number = 1; number <= 7; number += 1) {
      entered.unshift((await counterCustomer(customers, { fullName: `Paged Person ${String(number)}` })).id);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: PeoplePage = await find({ q: 'paged', limit: 3, total: true, ...(after && { after }) });
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(entered);
  });

  test('without staff and admins among them', async () => {
    const { items } = await find({ q: staff.profile.username });
    expect(items).toEqual([]);
    const all = await find({ limit: 100 });
    expect(new Set(all.items.map(({ role }) => role))).toEqual(new Set(['customer']));
  });

  test.each([
    [{ q: '%%%' }, '/q'],
    [{ q: '' }, '/q'],
    [{ q: 'x'.repeat(101) }, '/q'],
    [{ document: '' }, '/document'],
    [{ after: 'rubbish' }, '/after'],
    [
      { after: Buffer.from('["0000-01-01T00:00:00.000Z","' + newId() + '"]').toString('base64url') },
      '/after',
    ],
    [{ limit: 0 }, '/limit'],
    [{ limit: 101 }, '/limit'],
    [{ total: 'perhaps' }, '/total'],
    [{ role: 'admin' }, '/role'],
  ])('not with %j', async (query: Record<string, string | number>, pointer) => {
    const { status, body } = await customers.get<Refusal>('/v1/identity/customers', { query });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });
});
