/** People who come to Plaza in these tests. */
import {
  ClientsService,
  PartnersService,
  UsersService,
  type LoginProfile,
  type PersonView,
  type SessionTokens,
} from '@plaza/identity';
import type { Client } from '#test/client';
import type { World } from '#test/world';

export const password = 'correct horse battery';

let people = 0;

/** Details that nobody has registered yet in this file. */
export function somebody() {
  people += 1;
  const username = `somebody.${String(people)}`;
  return { username, email: `${username}@example.com`, password };
}

export interface SignedIn {
  profile: LoginProfile;
  tokens: SessionTokens;
  client: Client;
}

/** Registers and signs in. */
export async function signedIn(world: World): Promise<SignedIn> {
  const details = somebody();
  const { body: profile } = await world.anyone.post<LoginProfile>('/v1/identity/register', details);
  return { profile, ...(await signIn(world, details.username)) };
}

export async function signIn(world: World, username: string): Promise<Omit<SignedIn, 'profile'>> {
  const { body: tokens } = await world.anyone.post<SessionTokens>('/v1/identity/token', {
    username,
    password,
  });
  return { tokens, client: world.anyone.withToken(tokens.accessToken) };
}

export function refresh(world: World, refreshToken: string) {
  return world.anyone.post<SessionTokens & { code?: string }>('/v1/identity/token/refresh', { refreshToken });
}

/** Somebody of the staff, signed in. */
export async function signedInStaff(world: World, role: 'staff' | 'admin' = 'staff'): Promise<SignedIn> {
  const { user } = await world.app.get(UsersService).createStaff({ ...somebody(), role });
  return { profile: user, ...(await signIn(world, user.username)) };
}

/** What a partner's machine holds. */
export async function partnerClient(world: World): Promise<Client> {
  people += 1;
  const { id: partnerId } = await world.app.get(PartnersService).create(`Partner ${String(people)}`);
  const clients = world.app.get(ClientsService);
  const { clientId, clientSecret } = await clients.create({ name: 'Till', scopes: ['loyalty'], partnerId });
  return world.anyone.withToken((await clients.token(clientId, clientSecret)).accessToken);
}

/** A customer whom staff entered at the counter. */
export async function counterCustomer(staff: Client, details: object = {}): Promise<PersonView> {
  people += 1;
  const { body } = await staff.post<PersonView>('/v1/identity/customers', {
    fullName: `Counter Customer ${String(people)}`,
    documentNumber: `C-${String(people)}`,
    ...details,
  });
  return body;
}

/** What was announced of somebody, the first first. */
export async function announced(world: World, id: string): Promise<{ type: string; data: object }[]> {
  return world.rows(
    `SELECT envelope ->> 'type' AS type, envelope -> 'data' AS data FROM messaging.outbox
     WHERE topic = 'identity.events' AND key = $1 ORDER BY position`,
    [id],
  );
}
