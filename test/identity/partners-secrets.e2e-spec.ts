/** The secrets of partners' clients, which are changed while somebody uses them. */
import type { CreatedClient, PartnerView, RotatedSecret } from '@plaza/identity';
import { World } from '#test/world';
import { PartnerDesk, partnersPath } from './partner-desk';

describe('Partners rotate a secret', () => {
  let world: World;
  let desk: PartnerDesk;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
    desk = await PartnerDesk.open(world);
  });
  afterAll(() => world.end());

  const rotate = async (partner: PartnerView, { clientId }: CreatedClient, body?: object) => {
    const path = `${partnersPath}/${partner.id}/clients/${clientId}/rotate-secret`;
    const answer = await desk.admin.request<RotatedSecret>('POST', path, body);
    expect(answer).toMatchObject({ status: 200, body: { clientId } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return answer.body;
  };
  const statusOf = async (clientId: string, secret: string) => (await desk.ask(clientId, secret)).status;

  test('with a day in which both are good', async () => {
    const partner = await desk.created();
    const client = await desk.clientOf(partner);
    const { clientSecret, previousSecret } = await rotate(partner, client);
    const leftMs = new Date(previousSecret.expiresAt).getTime() - world.clock.now().getTime();
    expect(leftMs / 60_000).toBeCloseTo(1_440, 0);
    const listed = await desk.admin.get(`${partnersPath}/${partner.id}/clients`);
    expect(listed.body.items[0].previousSecretExpiresAt).toBe(previousSecret.expiresAt);
    expect(await statusOf(client.clientId, client.clientSecret)).toBe(200);
    expect(await statusOf(client.clientId, clientSecret)).toBe(200);
  });

  test('after which the earlier one ends, to the minute that was told', async () => {
    const partner = await desk.created();
    const client = await desk.clientOf(partner);
    const { clientSecret } = await rotate(partner, client, { overlapMinutes: 5 });
    world.clock.forwardMinutes(4);
    expect(await statusOf(client.clientId, client.clientSecret)).toBe(200);
    world.clock.forwardMinutes(1);
    expect(await statusOf(client.clientId, client.clientSecret)).toBe(401);
    expect(await statusOf(client.clientId, clientSecret)).toBe(200);
  });

  test('at once where no overlap is wanted', async () => {
    const partner = await desk.created();
    const client = await desk.clientOf(partner);
    const { clientSecret } = await rotate(partner, client, { overlapMinutes: 0 });
    expect(await statusOf(client.clientId, client.clientSecret)).toBe(401);
    expect(await statusOf(client.clientId, clientSecret)).toBe(200);
  });

  test('and again: never are more than two good', async () => {
    const partner = await desk.created();
    const client = await desk.clientOf(partner);
    const second = await rotate(partner, client);
    expect(await statusOf(client.clientId, second.clientSecret)).toBe(200);
    const third = await rotate(partner, client);
    const secrets = [client.clientSecret, second.clientSecret, third.clientSecret];
    const statuses = [];
    for (const secret of secrets) statuses.push(await statusOf(client.clientId, secret));
    expect(statuses).toEqual([401, 200, 200]);
  });

  test('and again because the answer was lost: the one that is in use stays good', async () => {
    const partner = await desk.created();
    const client = await desk.clientOf(partner);
    expect(await statusOf(client.clientId, client.clientSecret)).toBe(200);
    const lost = await rotate(partner, client);
    const second = await rotate(partner, client);
    const secrets = [client.clientSecret, lost.clientSecret, second.clientSecret];
    const statuses = [];
    for (const secret of secrets) statuses.push(await statusOf(client.clientId, secret));
    expect(statuses).toEqual([200, 401, 200]);
  });

  test.each([-1, 10_081, 1.5, null, '5'])('but not with an overlap of %j', async (overlapMinutes) => {
    const partner = await desk.created();
    const { clientId } = await desk.clientOf(partner);
    const path = `${partnersPath}/${partner.id}/clients/${clientId}/rotate-secret`;
    const { status, body } = await desk.admin.post(path, { overlapMinutes });
    expect([status, body.errors[0].pointer]).toEqual([400, '/overlapMinutes']);
  });
});
