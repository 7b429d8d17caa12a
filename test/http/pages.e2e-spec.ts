/** The lists of staff all have the same pages: by number and by cursor they tell the same, and their total is how many there are. */
import type { CountedPage, InputFault } from '@plaza/platform';
import type { Client } from '#test/client';
import { customer, pointersOf, product } from '../catalog/shop';
import { payment, Stage } from '../payments/stage';
import { admin } from './callers';

type Listed = CountedPage<unknown>;

const each = 5;

describe('A list of staff', () => {
  let stage: Stage;
  const callers: Record<string, Client> = {};

  beforeAll(async () => {
    stage = await Stage.start();
    const { world } = stage;
    const chief = (await admin(world)).client;
    const shopper = (await customer(world)).client;
    Object.assign(callers, { admin: chief, customer: shopper });
    const productId = await product(world, { onHand: 100 });
    const items = [{ productId, quantity: 1 }];
    const { body: branch } = await chief.post('/v1/catalog/branches', { code: 'hill', name: 'Hill' });
    await chief.post('/v1/catalog/stock/adjustments', {
      ...{ productId, branchId: branch.id, delta: 50, reason: 'Delivered' },
    });
    for (let place = 1; place <= each; place += 1) {
      const number = String(place);
      const username = `clerk-${number}`;
      const staff = { username, email: `${username}@example.org`, password: 'a long enough password' };
      await chief.post('/v1/identity/staff', { ...staff, role: 'staff' });
      await chief.post('/v1/identity/customers', { fullName: 'Ana Sol', documentNumber: `5000${number}` });
      await chief.post('/v1/identity/partners', { name: `Partner ${number}` });
      await shopper.post('/v1/orders', { items });
      await chief.post('/v1/orders/sales', { branchId: branch.id, items });
    }
    const fed = Array.from({ length: each }, () => payment('offline'));
    await stage.feed('offline', [...fed, ...fed.map((_, place) => `no payment ${String(place)}`)]);
    await world.settle();
  });

  afterAll(async () => {
    await stage.end();
  });

  const ask = (address: string, caller: string, query: Record<string, string | number | boolean> = {}) => {
    const client = callers[caller];
    if (!client) throw new Error(`${caller} is nobody here`);
    return client.get<Listed>(address, { query });
  };

  /** Everything on the list, found by cursors alone. */
  async function all(address: string, caller: string, query: { sort?: string } = {}): Promise<unknown[]> {
    const items: unknown[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body }: { body: Listed } = await ask(address, caller, {
        ...{ limit: 2, ...query },
        ...(after && { after }),
      });
      items.push(...body.items);
      after = body.next;
    }
    return items;
  }

  const lists: [address: string, caller: string][] = [
    ['/v1/identity/customers', 'admin'],
    ['/v1/identity/customers?q=sol', 'admin'],
    ['/v1/identity/staff', 'admin'],
    ['/v1/identity/partners', 'admin'],
    ['/v1/loyalty/programmes', 'admin'],
    ['/v1/orders', 'admin'],
    ['/v1/orders?branch=hill', 'admin'],
    ['/v1/orders', 'customer'],
    ['/v1/catalog/stock/movements', 'admin'],
    ['/v1/catalog/stock/movements?cause=sale', 'admin'],
    ['/v1/payments', 'admin'],
    ['/v1/payments?type=offline', 'admin'],
    ['/v1/payments/messages', 'admin'],
    ['/v1/payments/messages?outcome=rejected', 'admin'],
    ['/v1/payments/errors', 'admin'],
    ['/v1/payments/errors?status=delivered', 'admin'],
  ];

  it.each(lists)('has pages by number: %s for the %s', async (address, caller) => {
    const items = await all(address, caller);
    expect(items.length).toBeGreaterThanOrEqual(each);
    const first = await ask(address, caller, { limit: 2, page: 1 });
    expect(first.body.items).toEqual(items.slice(0, 2));
    const second = await ask(address, caller, { limit: 2, page: 2 });
    expect(second.body.items).toEqual(items.slice(2, 4));
    const after = await ask(address, caller, { limit: 2, after: String(second.body.next) });
    expect(after.body.items).toEqual(items.slice(4, 6));
  });

  it.each(lists)('can be had the other way round, from any place: %s for the %s', async (address, caller) => {
    const items = await all(address, caller);
    const { body: sorted } = await ask(address, caller, { sort: 'by nothing' });
    const [, usual] =
      /one of the following values: (\S+), (\S+)$/.exec(String(faultsOf(sorted).errors[0]?.detail)) ?? [];
    expect(usual).toBeDefined();
    const fields = [String(usual), `-${String(usual)}`];
    const [forth, back] = await Promise.all(fields.map((sort) => all(address, caller, { sort })));
    expect(forth).toEqual(back?.toReversed());
    expect([forth, back]).toContainEqual(items);
  });

  it.each(lists)('ends after the last page: %s for the %s', async (address, caller) => {
    const { length } = await all(address, caller);
    const last = await ask(address, caller, { limit: 2, page: Math.ceil(length / 2) });
    expect([last.body.items.length, last.body.next]).toEqual([length % 2 === 0 ? 2 : 1, null]);
    const beyond = await ask(address, caller, { limit: 2, page: 1_000 });
    expect([beyond.status, beyond.body]).toEqual([200, { items: [], next: null }]);
  });

  it.each(lists)('tells how many there are on every page: %s for the %s', async (address, caller) => {
    const { length } = await all(address, caller);
    const { body: first } = await ask(address, caller, { limit: 2, total: true });
    expect(first.total).toBe(length);
    for (const place of [{ page: 2 }, { page: 1_000 }, { after: String(first.next) }]) {
      expect((await ask(address, caller, { limit: 2, total: true, ...place })).body.total).toBe(length);
    }
    expect((await ask(address, caller, { total: false })).body).not.toHaveProperty('total');
  });

  it.each(lists)('refuses what is no page: %s for the %s', async (address, caller) => {
    const after = String((await ask(address, caller, { limit: 2 })).body.next);
    for (const query of [{ page: 1, after }, { page: 0 }, { page: -1 }, { page: 1.5 }, { page: 'two' }]) {
      const { status, body } = await ask(address, caller, query);
      expect({ query, status, pointers: pointersOf(faultsOf(body)) }).toEqual({
        ...{ query, status: 400, pointers: ['/page'] },
      });
    }
    const { status, body } = await ask(address, caller, { page: 1_001 });
    expect([status, faultsOf(body).errors]).toEqual([
      400,
      [{ pointer: '/page', detail: 'page must not be greater than 1000: go on with `after`' }],
    ]);
  });

  it('of others has no numbered pages', async () => {
    const { status, body } = await ask('/v1/catalog/products', 'customer', { page: 1 });
    expect([status, pointersOf(faultsOf(body))]).toEqual([400, ['/page']]);
  });

  const faultsOf = (body: object): { errors: InputFault[] } => {
    const errors: unknown = Reflect.get(body, 'errors');
    if (!Array.isArray(errors)) throw new Error('Nothing is refused');
    return { errors };
  };
});
