/**
 * Ten thousand requests that must be refused, and some for every route that may well be granted. PLAZA_FUZZ_SEED, PLAZA_FUZZ_REQUESTS and
 * PLAZA_FUZZ_SOUND make it others, or more.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request as send } from 'node:http';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import type { OpenAPIObject } from '@nestjs/swagger';
import * as fc from 'fast-check';
import { Description } from '#test/description';
import { World } from '#test/world';
import { product } from '../catalog/shop';
import { routesIn, scopesOf, unlimited, type DescribedRoute } from './all-routes';
import { businessState } from './business-state';
import { tokensOfAll, type Tokens } from './callers';
import { malformedRequests, type Malformed } from './malformed';
import { Owner } from './own-objects';
import { soundRequests, type Sound } from './sound';
import { Things } from './things';

const seed = Number(process.env['PLAZA_FUZZ_SEED'] ?? 20_261_121);
const requestsMax = Number(process.env['PLAZA_FUZZ_REQUESTS'] ?? 10_000);
const soundOfEach = Number(process.env['PLAZA_FUZZ_SOUND'] ?? 8);
const atOnceMax = 8;
/** Of the routes that are tried; what others need is not there, or nothing that is made up would fit. */
const grantedShareMin = 0.4;
const faultsToldMax = 25;

/** Here an attempt is rightly noted, though it was refused. */
const noted = ['identity.login_attempts'];

type Sendable = Omit<Malformed, 'wrong' | 'title'>;

interface Told {
  status: number;
  mediaType: string;
  text: string;
}

describe(`Requests of all kinds (seed ${String(seed)})`, () => {
  let world: World;
  let document: OpenAPIObject;
  let description: Description;
  let routes: DescribedRoute[];
  let tokens: Tokens;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnceMax });

  beforeAll(async () => {
    world = await World.start({ processes: ['api'], variables: unlimited });
    document = (await world.anyone.get<OpenAPIObject>('/openapi.json')).body;
    description = new Description(document);
    routes = routesIn(world, document);
    tokens = await tokensOfAll(world, scopesOf(routes));
  });

  afterAll(async () => {
    agent.destroy();
    await world.end();
  });

  it(`that are malformed, ${String(requestsMax)} of them, are each refused with a reason, and change nothing`, async () => {
    const owner = await Owner.come(world);
    const ids = [await owner.order(), await product(world), ONLINE_BRANCH_ID, randomUUID()];
    const requests = fc.sample(malformedRequests(routes, document, ids), { seed, numRuns: requestsMax });
    const before = await businessState(world, noted);

    const faults: string[] = [];
    await sideBySide(requests, async (each) => {
      const told = await ask(each, tokens);
      const fault = faultOf(each, told, description);
      if (fault !== undefined)
        faults.push(`${shown(each)} with ${each.wrong}: ${fault}\n    ${told.text.slice(0, 300)}`);
    });

    expect(summary(faults)).toEqual([]);
    expect(await businessState(world, noted)).toEqual(before);
    const reached = new Set(requests.map(({ title }) => title));
    expect(routes.filter(({ path, title }) => path.startsWith('/v1/') && !reached.has(title))).toEqual([]);
  }, 300_000);

  it('that are sound are answered as it is described, whatever the answer is', async () => {
    const things = await Things.standing(world);
    const requests = soundRequests(routes, document, { seed, ofEach: soundOfEach });
    const isLast = ({ path }: Sound) => path === '/v1/identity/logout';
    const granted = new Set<string>();
    const faults: string[] = [];
    const send = async (sound: Sound) => {
      const each = things.putInto(sound);
      const told = await ask(each, tokens);
      const { method, path } = each;
      const { status, mediaType, text } = told;
      if (mediaType === 'text/event-stream' && status === 200) return;
      const body: unknown = mediaType.endsWith('json') ? JSON.parse(text) : text;
      const fault =
        status >= 500
          ? `it is answered ${String(status)}`
          : description.faultOf({ method, path, status, mediaType, body });
      if (fault !== undefined) faults.push(`${shown(each)}: ${fault}\n    ${text.slice(0, 300)}`);
      if (status >= 300) return;
      granted.add(each.title);
      things.note(each, body);
    };
    await sideBySide(
      requests.filter((each) => !isLast(each)),
      send,
    );
    await sideBySide(requests.filter(isLast), send);

    expect(summary(faults)).toEqual([]);
    expect(granted.size).toBeGreaterThan(routes.length * grantedShareMin);
  }, 120_000);

  function ask({ method, path, headers, body, caller }: Sendable, tokens: Tokens): Promise<Told> {
    const token = tokens[caller];
    const { hostname, port } = new URL(world.url);
    return new Promise((resolve, reject) => {
      const outgoing = send(
        {
          ...{ agent, hostname, port, method, path },
          headers: {
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
            ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, latin(value)])),
          },
        },
        (incoming) => {
          const [mediaType = ''] = (incoming.headers['content-type'] ?? '').split(';', 1);
          const answered = (text: string) => resolve({ status: incoming.statusCode ?? 0, mediaType, text });
          if (mediaType === 'text/event-stream') {
            outgoing.destroy();
            answered('a stream');
            return;
          }
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () => answered(Buffer.concat(chunks).toString()));
        },
      );
      outgoing.on('error', (error) => reject(new Error(`${method} ${path}`, { cause: error })));
      outgoing.end(body);
    });
  }
});

async function sideBySide<T>(all: readonly T[], send: (each: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const work = async () => {
    for (const each of waiting) await send(each);
  };
  await Promise.all(Array.from({ length: atOnceMax }, work));
}

/** Header fields are bytes. */
const latin = (text: string) => Buffer.from(text).toString('latin1');

function faultOf({ method, path }: Malformed, told: Told, description: Description): string | undefined {
  const { status, mediaType, text } = told;
  if (status === 200 && path === '/v1/orders/batch' && decidesEach(text)) return undefined;
  if (status < 400 || status >= 500) return `it is answered ${String(status)}`;
  const body = parsed(text);
  if (body === undefined) return `its refusal is no JSON: ${mediaType}`;
  const isOAuth = path.startsWith('/v1/oauth/token');
  if (isOAuth && typeof body['error'] === 'string') return undefined;
  if (mediaType !== 'application/problem+json') return `its refusal is ${mediaType}`;
  if (typeof body['code'] !== 'string' || body['status'] !== status) return 'its refusal has no code';
  return description.faultOf({ method, path, status, mediaType, body });
}

/** A batch is answered as a whole; what is wrong with its members is told for each of them. */
function decidesEach(text: string): boolean {
  const items = parsed(text)?.['items'];
  return Array.isArray(items) && items.every(({ outcome }: { outcome: string }) => outcome === 'refused');
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function shown({ method, path, caller, headers, body }: Sendable): string {
  const parts = [`${method} ${path.slice(0, 200)} as ${caller}`, JSON.stringify(headers)];
  return [...parts, String(body ?? '').slice(0, 200)].join(' ');
}

/** The first of each kind. */
function summary(faults: string[]): string[] {
  if (faults.length === 0) return [];
  return [`${String(faults.length)} faults with seed ${String(seed)}`, ...faults.slice(0, faultsToldMax)];
}
