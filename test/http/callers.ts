/** Everybody who may come to a route, each with a token of their own. */
import { randomUUID } from 'node:crypto';
import { ClientsService, UsersService } from '@plaza/identity';
import type { World } from '#test/world';
import { customer, Person, staff } from '../catalog/shop';

export type CallerName =
  'nobody' | 'customer' | 'another customer' | 'staff' | 'admin' | 'machine' | 'machine without the scope';

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
  };
}

export async function admin(world: World): Promise<Person> {
  const username = `admin-${randomUUID().slice(0, 8)}`;
  const details = { username, email: `${username}@example.org`, password: 'a long enough password' };
  const { user } = await world.app.get(UsersService).createStaff({ ...details, role: 'admin' });
  return new Person(world, user.id, username).signIn();
}

async function machineToken(world: World, scopes: string[]): Promise<string> {
  const credentials = { clientId: `machine-${randomUUID()}`, secret: randomUUID() };
  const clients = world.app.get(ClientsService);
  await clients.ensure({ ...credentials, name: 'Machine', scopes });
  return (await clients.token(credentials.clientId, credentials.secret, undefined)).accessToken;
}
