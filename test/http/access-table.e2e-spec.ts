/**
 * Who gets in where, for every route that there is: the table is made from the running application, so a route that was added
 * yesterday is in it. Routes with an id in their path must say, in own-objects.ts, what object that is.
 */
import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Access } from '@plaza/platform';
import { World } from '#test/world';
import { filled, routesIn, scopesOf, unlimited, type DescribedRoute } from './all-routes';
import { tokensOfAll, type CallerName, type Tokens } from './callers';
import { objectsOfRoutes, Owner } from './own-objects';

/** Their calls change who the caller is, so they come last. */
const endsSessions = new Set(['POST /v1/identity/logout']);
/** Where credentials are exchanged for tokens, 401 says that these are wrong. */
const exchangesCredentials = new Set([
  'POST /v1/identity/token',
  'POST /v1/identity/token/refresh',
  'POST /v1/oauth/token',
]);

describe('Every route', () => {
  let world: World;
  let routes: DescribedRoute[];
  let tokens: Tokens;

  beforeAll(async () => {
    world = await World.start({ variables: unlimited });
    routes = routesIn(world, (await world.anyone.get<OpenAPIObject>('/openapi.json')).body);
    tokens = await tokensOfAll(world, scopesOf(routes));
  });

  afterAll(async () => {
    await world.end();
  });

  it('lets in whom it declares, and sends away everybody else', async () => {
    const faults: string[] = [];
    const last = (route: DescribedRoute) => Number(endsSessions.has(route.title));
    const sorted = [...routes].sort((one, other) => last(one) - last(other));
    for (const route of sorted) {
      for (const caller of Object.keys(tokens) as CallerName[]) {
        const { status, text } = await ask(world, route, {}, tokens[caller]);
        const verdict = verdictOf(route, status);
        const wanted = expected(route.access, caller);
        if (verdict !== wanted || status >= 500) {
          faults.push(`${route.title} as ${caller}: ${wanted} was to be, it is ${String(status)} ${text}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('with an object in its path is known with what object that is', () => {
    const withObject = routes.filter(({ path }) => path.includes('{')).map(({ title }) => title);
    expect(withObject.filter((title) => !(title in objectsOfRoutes))).toEqual([]);
    expect(Object.keys(objectsOfRoutes).filter((title) => !withObject.includes(title))).toEqual([]);
  });

  it("shows nobody another's object, not even that there is one", async () => {
    const faults: string[] = [];
    const owner = await Owner.come(world);
    const other = await Owner.come(world);
    for (const route of routes) {
      const object = objectsOfRoutes[route.title];
      if (object?.of !== 'a customer') continue;
      const values = await object.make(owner);
      const body = object.body?.(values);
      const theirs = await ask(world, route, values, other.token, body);
      if (theirs.status !== 404) faults.push(`${route.title} of another: ${theirs.status} ${theirs.text}`);
      const unknown = await ask(world, route, {}, other.token, body);
      if (codeOf(theirs) !== codeOf(unknown)) {
        faults.push(`${route.title}: ${codeOf(theirs)} for another's, ${codeOf(unknown)} for none`);
      }
      const own = await ask(world, route, values, owner.token, body);
      if (own.status >= 300) faults.push(`${route.title} of oneself: ${own.status} ${own.text}`);
    }
    expect(faults).toEqual([]);
  });

  it('that is not for customers has no object of theirs, and one that everybody may see belongs to nobody', () => {
    const forCustomers = ({ access }: DescribedRoute) =>
      access.for === 'roles' && access.roles.includes('customer');
    for (const route of routes) {
      const object = objectsOfRoutes[route.title];
      if (object === undefined) continue;
      const wanted = forCustomers(route)
        ? 'a customer'
        : route.access.for === 'everyone'
          ? 'the shop'
          : route.access.for === 'partners'
            ? 'a partner'
            : 'the house';
      expect([route.title, object.of]).toEqual([route.title, wanted]);
    }
  });
});

type Verdict = 'in' | 'unknown' | 'not allowed';

function expected(access: Access, caller: CallerName): Verdict {
  if (access.for === 'everyone') return 'in';
  if (caller === 'nobody') return 'unknown';
  if (access.for === 'scope') return caller === 'machine' || caller === 'partner' ? 'in' : 'not allowed';
  if (access.for === 'partners') return ['partner', 'staff', 'admin'].includes(caller) ? 'in' : 'not allowed';
  const role = caller === 'another customer' ? 'customer' : caller;
  const roles: string[] = access.roles.flatMap((each) => (each === 'staff' ? ['staff', 'admin'] : [each]));
  return roles.includes(role) ? 'in' : 'not allowed';
}

function verdictOf({ title }: DescribedRoute, status: number): Verdict {
  if (status === 401 && !exchangesCredentials.has(title)) return 'unknown';
  return status === 403 ? 'not allowed' : 'in';
}

interface Told {
  status: number;
  text: string;
}

const codeOf = ({ text }: Told) => /"code":"([^"]+)"/.exec(text)?.[1] ?? text;

/** Looks at an answer's beginning only, so that a stream of events is one, too. */
async function ask(
  world: World,
  { method, path }: DescribedRoute,
  values: Record<string, string>,
  token: string | undefined,
  body: unknown = {},
): Promise<Told> {
  const leave = new AbortController();
  const sendsBody = method !== 'GET' && method !== 'DELETE';
  const response = await fetch(new URL(filled(path, values, randomUUID()), world.url), {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(sendsBody && { 'content-type': 'application/json' }),
    },
    ...(sendsBody && { body: JSON.stringify(body) }),
    signal: leave.signal,
  });
  const streams = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const text = streams ? 'a stream' : (await response.text()).slice(0, 300);
  leave.abort();
  return { status: response.status, text };
}
