/** Credentials that an operator makes for a machine of our own. */
import type { CreatedClient } from '@plaza/identity';
import { World } from '#test/world';
import { plaza, plazaJson } from './command';

describe('From a terminal, credentials for a machine', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start({ processes: ['api'] });
  });
  afterAll(() => world.end());

  const tokenFor = (clientId: string, clientSecret: string) => {
    const credentials = { client_id: clientId, client_secret: clientSecret };
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...credentials });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return world.anyone.request<{ scope: string }>('POST', '/v1/oauth/token', String(form), { headers });
  };

  it('are shown once, get a token for their scopes, and belong to no partner', async () => {
    const made = await plazaJson<CreatedClient>(
      world,
      ...['create-client', '--name', 'Harbour feed', '--scope', 'payments:feed', '--scope', 'payments:feed'],
    );
    expect(made.scopes).toEqual(['payments:feed']);
    const { status, body } = await tokenFor(made.clientId, made.clientSecret);
    expect([status, body.scope]).toEqual([200, 'payments:feed']);
    const kept = await world.rows<Record<string, unknown>>(
      'SELECT * FROM identity.clients WHERE client_id = $1',
      [made.clientId],
    );
    expect(kept).toMatchObject([{ name: 'Harbour feed', partner_id: null }]);
    expect(JSON.stringify(kept)).not.toContain(made.clientSecret);
  });

  it('are printed below each other for people', async () => {
    const { code, stdout } = await plaza(
      world,
      'create-client',
      '--name',
      'Till',
      '--scope',
      'payments:feed',
    );
    expect(code).toBe(0);
    const [, clientId = '', clientSecret = ''] =
      /^clientId +(\S+)\nclientSecret +(\S+)\nscopes +payments:feed\n$/.exec(stdout) ?? [];
    expect((await tokenFor(clientId, clientSecret)).status).toBe(200);
  });

  it.each([
    [
      'a scope that is not declared',
      ['--name', 'Till', '--scope', 'loyalty:read'],
      'Allowed choices are payments:feed',
    ],
    ['no scope', ['--name', 'Till'], "required option '--scope <scope...>' not specified"],
    ['no name', ['--scope', 'payments:feed'], "required option '--name <name>' not specified"],
    ['an empty name', ['--name', ' ', '--scope', 'payments:feed'], '(request.invalid)'],
  ])('are refused for %s', async (_, options, told) => {
    const { code, stdout, stderr } = await plaza(world, 'create-client', ...options);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(told);
  });
});
