/**
 * Requests that fit the description of their route in every part, sent by those whom it is for, about things that are there. Whether the shop
 * does what they ask for is another matter: whatever it answers has to be described.
 */
import type { OpenAPIObject, ParameterObject } from '@nestjs/swagger';
import * as fc from 'fast-check';
import { Description, escaped } from '#test/description';
import { filled, type DescribedRoute } from './all-routes';
import { callersLetIn, type CallerName } from './callers';
import { FromSchemas } from './from-schema';

export interface Sound {
  title: string;
  method: string;
  path: string;
  caller: CallerName;
  headers: Record<string, string>;
  body: string | undefined;
}

const json = 'application/json';
const members = ['guest-1', 'guest-2', 'guest-3'];
/** What is called by names that few things have. */
const named = { externalId: members, from: members, to: members, topic: ['online', 'offline'] };

/** As many of each route. */
export function soundRequests(
  routes: readonly DescribedRoute[],
  document: OpenAPIObject,
  { seed, ofEach }: { seed: number; ofEach: number },
): Sound[] {
  const schemas = new FromSchemas(document, named);
  const description = new Description(document);
  const ofRoutes = routes.map((route, at) => {
    const requests = fc.sample(requestsTo(route, schemas), { seed: seed + at, numRuns: ofEach });
    return requests.filter((each) => fits(each, route, description));
  });
  // In turns, so that there is something of everything before there is much of anything.
  return Array.from({ length: ofEach }, (_, turn) =>
    ofRoutes.flatMap((ofRoute) => ofRoute[turn] ?? []),
  ).flat();
}

function requestsTo(
  { title, method, path, access, operation }: DescribedRoute,
  schemas: FromSchemas,
): fc.Arbitrary<Sound> {
  const { parameters = [], requestBody } = operation;
  const known = parameters.filter((each): each is ParameterObject => 'in' in each);
  const valuesOf = (place: string) => {
    const those = known.filter((each) => each.in === place);
    const values = those.map(({ name, schema, required }) => {
      const value = schemas.of(schema ?? {}, name === 'id' ? kindInPath(path) : name).map(String);
      return [name, required === true ? value : seldom(value)] as const;
    });
    return fc.record(Object.fromEntries(values)).map(withoutNothing);
  };
  const content = requestBody && 'content' in requestBody ? requestBody.content : {};
  const [type = json] = Object.keys(content);
  const schema = content[json]?.schema;
  const body = schema
    ? schemas.of(schema).map((value) => JSON.stringify(value))
    : fc.constant(bodyOfType(type, method));
  return fc
    .record({
      caller: fc.constantFrom(...callersLetIn(access)),
      at: valuesOf('path'),
      query: valuesOf('query'),
      headers: valuesOf('header'),
      body,
    })
    .map(({ caller, at, query, headers, body: sent }) => {
      const asked = new URLSearchParams(query).toString();
      return {
        ...{ title, method, caller, body: sent },
        path: `${filled(path, at, '')}${asked === '' ? '' : `?${asked}`}`,
        headers: { ...headers, ...(sent !== undefined && { 'content-type': type }) },
      };
    });
}

/** Not every rule of a schema is kept by the values that are made from it. */
function fits({ headers, body }: Sound, { path, method }: DescribedRoute, description: Description): boolean {
  if (body === undefined || headers['content-type'] !== json || body === '{}') return true;
  const pointer = `/paths/${escaped(path)}/${method.toLowerCase()}/requestBody/content/${escaped(json)}/schema`;
  return description.faultOfValue(pointer, JSON.parse(body)) === undefined;
}

/** With all of a list's filters at once nothing would be found. */
const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const withoutNothing = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** `orders` of `/v1/orders/{id}`. */
function kindInPath(path: string): string {
  const parts = path.split('/');
  return parts[parts.indexOf('{id}') - 1] ?? '';
}

function bodyOfType(type: string, method: string): string | undefined {
  if (method === 'GET' || method === 'DELETE') return undefined;
  if (type === json) return '{}';
  if (type === 'application/x-www-form-urlencoded') return 'grant_type=client_credentials';
  return '{"payment_id":"8c1d40f2-6b1e-4a57-9e0c-2f7a51d3c684","account_id":547,"payment_type":"offline","credit_card":"","amount":30}\n';
}
