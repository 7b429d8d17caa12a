/** Where an admin sets up partners and their clients in these tests, and what their machines then get. */
import { randomUUID } from 'node:crypto';
import type { CreatedClient, PartnerView } from '@plaza/identity';
import type { Client } from '#test/client';
import type { World } from '#test/world';
import { signedInStaff } from './people';

export const partnersPath = '/v1/identity/partners';

export class PartnerDesk {
  private constructor(
    private readonly world: World,
    readonly admin: Client,
  ) {}

  static async open(world: World): Promise<PartnerDesk> {
    return new PartnerDesk(world, (await signedInStaff(world, 'admin')).client);
  }

  async created(name = `Partner ${randomUUID()}`): Promise<PartnerView> {
    return (await this.admin.post<PartnerView>(partnersPath, { name })).body;
  }

  async clientOf(
    partner: PartnerView,
    scopes: string[] = ['loyalty:read', 'loyalty:write'],
  ): Promise<CreatedClient> {
    const path = `${partnersPath}/${partner.id}/clients`;
    return (await this.admin.post<CreatedClient>(path, { name: 'Till', scopes })).body;
  }

  /** Asks for a token. */
  ask(clientId: string, secret: string, on = this.world) {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
    return on.anyone.request<{ access_token: string; scope: string; error?: string }>(
      'POST',
      '/v1/oauth/token',
      String(new URLSearchParams(form)),
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    );
  }

  async machineOf({ clientId, clientSecret }: CreatedClient, on = this.world): Promise<Client> {
    return on.anyone.withToken((await this.ask(clientId, clientSecret, on)).body.access_token);
  }

  /** Whether a token is taken for one: a partner may not see partners, but is known. */
  async isKnown(machine: Client): Promise<boolean> {
    const { status, body } = await machine.get(partnersPath);
    expect([
      [403, 'identity.not-allowed'],
      [401, 'identity.token-invalid'],
    ]).toContainEqual([status, body.code]);
    return status === 403;
  }
}
