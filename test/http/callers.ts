/** Everybody who may come to a route, each with a token of their own. */
import { randomUUID } from 'node:crypto';
import { Caller, ClientsService, PartnersService, UsersService } from '@plaza/identity';
import type { ProgrammeMode } from '@plaza/loyalty';
import { keyOfActor, type Access } from '@plaza/platform';
import type { World } from '#test/world';
import { customer, Person, staff } from '../catalog/shop';

export type CallerName =
  | 'nobody'
  | 'customer'
  | 'another customer'
  | 'staff'
  | 'admin'
  | 'machine'
  | 'machine without the scope'
  | 'partner'
  | 'partner without the scope';

/** One of each, for whoever tries a route. */
export const callers: CallerName[] = ['nobody', 'customer', 'staff', 'admin', 'machine', 'partner'];

/** Those whom a route is for. */
export function callersLetIn(access: Access): CallerName[] {
  return callers.filter((caller) => {
    if (access.for === 'everyone') return true;
    if (access.for === 'scope') return caller === 'machine';
    if (access.for === 'partners') return caller === 'partner';
    const roles: string[] = access.roles.flatMap((each) => (each === 'staff' ? ['staff', 'admin'] : [each]));
    return roles.includes(caller);
  });
}

export type Tokens = Record<CallerName, string | undefined>;

/** @param scopes what the one machine may do; the other may do something else */
export async function tokensOfAll(world: World, scopes: string[]): Promise<Tokens> {
  return {
    nobody: undefined,
    customer: (await customer(world)).token,
    'another customer': (await customer(world)).token,
    staff: (await staff(world)).token,
    admin: (await admin(world)).token,
    machine: await machineToken(world, scopes),
    'machine without the scope': await machineToken(world, ['something:else']),
    partner: await partnerToken(world, scopes),
    'partner without the scope': await partnerToken(world, ['something:else']),
  };
}

export async function admin(world: World): Promise<Person> {
  const username = `admin-${randomUUID().slice(0, 8)}`;
  const details = { username, email: `${username}@example.org`, password: 'a long enough password' };
  const { user } = await world.app.get(UsersService).createStaff({ ...details, role: 'admin' });
  return new Person(world, user.id, username).signIn();
}

/** The machine of a partner of its own. */
export async function partnerToken(world: World, scopes: string[]): Promise<string> {
  const { id } = await world.app.get(PartnersService).create(`Partner ${randomUUID()}`);
  return machineToken(world, scopes, id);
}

/** @param mode of the partner's programme that it works in */
export async function machineToken(
  world: World,
  scopes: string[],
  partnerId?: string,
  mode: ProgrammeMode = 'live',
): Promise<string> {
  const credentials = { clientId: `machine-${randomUUID()}`, secret: randomUUID() };
  const clients = world.app.get(ClientsService);
  await clients.ensure({
    ...credentials,
    name: 'Machine',
    scopes,
    ...(partnerId !== undefined && { partnerId, mode }),
  });
  return (await clients.token(credentials.clientId, credentials.secret, undefined)).accessToken;
}

/** One of those whom the route lets in. */
export function whoGetsIn(access: Access): CallerName {
  switch (access.for) {
    case 'everyone':
      return 'nobody';
    case 'roles':
      return access.roles.includes('customer') ? 'customer' : 'admin';
    case 'scope':
      return 'machine';
    case 'partners':
      return 'partner';
  }
}

/** Whose idempotency keys those are that come with this token. */
export function ownerOf(token: string | undefined): string {
  if (token === undefined) return 'anyone';
  const caller = Caller.of(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  if (!caller) throw new Error('This is no access token');
  return keyOfActor(caller.actor);
}
