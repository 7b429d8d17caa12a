/** Lists of orders: a customer's own, and what staff look for. */
import { randomUUID } from 'node:crypto';
import { RegistrationService } from '@plaza/identity';
import { customer, product, staff, type Person } from '../catalog/shop';
import { World } from '#test/world';

describe('A list of orders', () => {
  let world: World;
  let clerk: Person;
  let shopper: Person;
  let other: Person;
  let branchId: string;
  let productId: string;
  const document = randomUUID().slice(0, 12);
  const placed: string[] = [];
  const instants: Date[] = [];

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    clerk = await staff(world);
    shopper = await customer(world);
    other = await customer(world);
    await world.app.get(RegistrationService).register({
      ...{ username: 'documented', email: 'documented@example.org', password: 'a long enough password' },
      documentNumber: document,
    });
    branchId = (await clerk.client.post('/v1/catalog/branches', { code: 'south', name: 'South' })).body.id;
    productId = await product(world, { onHand: 100 });
    const inBranch = await product(world, { onHand: 100, branchId });
    for (const { client } of [shopper, shopper, other, shopper]) {
      placed.push((await client.post('/v1/orders', { items: [{ productId, quantity: 1 }] })).body.id);
      instants.push(world.clock.now());
      world.clock.forwardSeconds(10);
    }
    const items = [{ productId: inBranch, quantity: 1 }];
    placed.push((await clerk.client.post('/v1/orders/sales', { branchId, document, items })).body.id);
  });

  afterAll(async () => {
    await world.end();
  });

  const list = async (query: Record<string, string | number | boolean> = {}, { client } = clerk) => {
    const { status, body } = await client.get('/v1/orders', { query });
    expect(status).toBe(200);
    return body;
  };
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
  const chosen = (...places: number[]) => places.map((at) => placed[at]);

  it('shows a customer their own, newest first, whatever they ask for', async () => {
    expect(idsOf(await list({}, shopper))).toEqual(chosen(3, 1, 0));
    expect(idsOf(await list({ customerId: other.id }, shopper))).toEqual(chosen(3, 1, 0));
    expect(idsOf(await list({ document }, shopper))).toEqual(chosen(3, 1, 0));
    expect(await list({ total: true }, shopper)).toMatchObject({ total: 3 });
  });

  it('shows staff all, page by page, and counts them when asked', async () => {
    const first = await list({ limit: 2, total: true });
    expect(idsOf(first)).toEqual(chosen(4, 3));
    expect(first.total).toBe(5);
    const second = await list({ limit: 2, after: first.next });
    expect(idsOf(second)).toEqual(chosen(2, 1));
    const third = await list({ limit: 2, after: second.next });
    expect([idsOf(third), third.next]).toEqual([chosen(0), null]);
    expect(first).not.toHaveProperty('total', undefined);
    expect(second).not.toHaveProperty('total');
  });

  it('is narrowed by customer, document, branch, status and time', async () => {
    expect(idsOf(await list({ customerId: other.id }))).toEqual(chosen(2));
    expect(idsOf(await list({ document }))).toEqual(chosen(4));
    expect(await list({ document: 'NOBODY-1', total: true })).toEqual({ items: [], next: null, total: 0 });
    expect(idsOf(await list({ document, customerId: other.id }))).toEqual([]);
    expect(idsOf(await list({ branch: 'south' }))).toEqual(chosen(4));
    expect(idsOf(await list({ branch: branchId }))).toEqual(chosen(4));
    expect(idsOf(await list({ branch: 'nowhere' }))).toEqual([]);
    expect(idsOf(await list({ status: 'paid' }))).toEqual(chosen(4));
    const [, from, to] = instants.map((at) => new Date(at.getTime() - 5_000).toISOString());
    expect(idsOf(await list({ from: from ?? '', to: to ?? '' }))).toEqual(chosen(1));
    expect(idsOf(await list({ from: from ?? '', status: 'awaiting-payment' }))).toEqual(chosen(3, 2, 1));
  });

  it('refuses what is no filter and no cursor', async () => {
    for (const query of [
      { status: 'lost' },
      { customerId: 'me' },
      { from: 'yesterday' },
      { after: 'xyz' },
      { colour: 'red' },
    ]) {
      expect((await clerk.client.get('/v1/orders', { query })).status).toBe(400);
    }
  });
});
