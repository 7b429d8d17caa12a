/**
 * Requests that must be refused, made from the description of each route: one thing about each of them is wrong by what the
 * description says, everything else is as good as it can be, so that the wrong thing gets as far as possible.
 */
import type { OpenAPIObject, OperationObject, ParameterObject, SchemaObject } from '@nestjs/swagger';
import * as fc from 'fast-check';
import { Description, escaped } from '#test/description';
import type { DescribedRoute } from './all-routes';
import { callers, callersLetIn, type CallerName } from './callers';
import {
  brokenBodies,
  mediaTypes,
  notUuids,
  oddKeys,
  oddTokens,
  strangeText,
  strangeValue,
  unreadable,
} from './oddities';

export interface Malformed {
  title: string;
  method: string;
  path: string;
  caller: CallerName;
  /** What is wrong with it. */
  wrong: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
}

type Draft = Pick<Malformed, 'wrong'> & Partial<Pick<Malformed, 'path' | 'headers' | 'body'>>;

interface Known {
  description: Description;
  document: OpenAPIObject;
  /** Ids of things that are there. */
  ids: string[];
}

export function malformedRequests(routes: DescribedRoute[], document: OpenAPIObject, ids: string[]) {
  const known = { description: new Description(document), document, ids };
  return fc.oneof(...routes.flatMap((route) => requestsTo(route, known)));
}

function requestsTo(route: DescribedRoute, known: Known): fc.Arbitrary<Malformed>[] {
  const drafts = [
    ...wrongPaths(route, known),
    ...wrongQueries(route, known),
    ...wrongBodies(route, known),
    ...wrongHeaders(route),
  ];
  if (drafts.length === 0) return [];
  const { title, method } = route;
  const request = fc.record({
    draft: fc.oneof(...drafts),
    caller: callersFor(route),
    path: goodPath(route, known),
    body: goodBody(route, known),
  });
  return [
    request.map(({ draft, caller, path, body }) => ({
      ...{ title, method, caller, wrong: draft.wrong },
      path: draft.path ?? `${path}${goodQuery(route)}`,
      headers: { ...(body === undefined ? {} : { 'content-type': bodyTypeOf(route) }), ...draft.headers },
      body: 'body' in draft ? draft.body : body,
    })),
  ];
}

/** Mostly those who get past the door. */
function callersFor({ access }: DescribedRoute): fc.Arbitrary<CallerName> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...callersLetIn(access)) },
    { weight: 1, arbitrary: fc.constantFrom(...callers) },
  );
}

// --- the path ------------------------------------------------------------------------------------------------------------

function goodPath({ path }: DescribedRoute, { ids }: Known): fc.Arbitrary<string> {
  return fc.constantFrom(...ids).map((id) => path.replaceAll(/\{\w+\}/g, id));
}

function wrongPaths({ path, operation }: DescribedRoute, { ids }: Known): fc.Arbitrary<Draft>[] {
  return parametersOf(operation, 'path').map(({ name, schema }) => {
    const isUuid = schema && 'format' in schema && schema.format === 'uuid';
    const texts = isUuid ? notUuids : unreadable;
    return fc.tuple(texts, fc.constantFrom(...ids)).map(([text, id]) => ({
      wrong: `${name} is no ${isUuid ? 'UUID' : 'text'}`,
      path: path.replaceAll(/\{(\w+)\}/g, (_, each: string) => (each === name ? text : id)),
    }));
  });
}

// --- the query -----------------------------------------------------------------------------------------------------------

const parametersOf = ({ parameters = [] }: OperationObject, place: string): ParameterObject[] =>
  parameters.filter((each): each is ParameterObject => 'in' in each && each.in === place);

/** What a route insists on. */
function goodQuery({ operation }: DescribedRoute): string {
  const needed = parametersOf(operation, 'query').filter(({ required }) => required);
  const pairs = needed.map(({ name, schema }) => {
    const values = schema && 'enum' in schema ? (schema.enum as string[]) : [];
    return `${name}=${values[0] ?? '1'}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function wrongQueries(route: DescribedRoute, known: Known): fc.Arbitrary<Draft>[] {
  if (!route.path.startsWith('/v1/')) return [];
  const { operation } = route;
  const base = goodPath(route, known);
  const added = (path: string, query: string) => {
    const good = goodQuery(route);
    return `${path}${good}${good === '' ? '?' : '&'}${query}`;
  };
  const unknown = fc.tuple(
    base,
    fc.constantFrom('colour', '__proto__', 'constructor', 'limit[]', 'a.b', '%00'),
  );
  const wrong = parametersOf(operation, 'query').flatMap((parameter) => {
    const { name } = parameter;
    const texts = strangeTexts.filter((text) => !fitsParameter(route, known, parameter, text));
    const twice = base.map((path) => ({
      wrong: `${name} is there twice`,
      path: added(path, `${name}=1&${name}=2`),
    }));
    if (texts.length === 0) return [twice];
    const unfit = fc.tuple(base, fc.constantFrom(...texts)).map(([path, text]) => ({
      wrong: `${name} does not fit`,
      path: added(path, `${name}=${encodeURIComponent(text)}`),
    }));
    return [twice, unfit];
  });
  return [
    unknown.map(([path, name]) => ({ wrong: 'an unknown parameter', path: added(path, `${name}=1`) })),
    ...wrong,
  ];
}

/** Halves of characters have no encoding in an address and are left to bodies; more than this no server reads. */
const strangeTexts = fc
  .sample(strangeText, { seed: 1, numRuns: 300 })
  .map((text) => Buffer.from(text).toString().slice(0, 4_000));

function fitsParameter(
  { operation, path, method }: DescribedRoute,
  { description }: Known,
  parameter: ParameterObject,
  text: string,
): boolean {
  const index = (operation.parameters ?? []).indexOf(parameter);
  const pointer = `/paths/${escaped(path)}/${method.toLowerCase()}/parameters/${String(index)}/schema`;
  const { schema } = parameter;
  const type = schema && 'type' in schema ? schema.type : undefined;
  const number = /^-?\d+(?:\.\d+)?$/.test(text) && (type === 'integer' || type === 'number');
  const flag = type === 'boolean' && (text === 'true' || text === 'false');
  const value: unknown = number ? Number(text) : flag ? text === 'true' : text;
  return description.faultOfValue(pointer, value) === undefined;
}

// --- the body ------------------------------------------------------------------------------------------------------------

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

function bodyTypeOf({ operation: { requestBody } }: DescribedRoute): string {
  return requestBody && 'content' in requestBody ? (Object.keys(requestBody.content)[0] ?? json) : json;
}

function bodySchemaOf({ operation: { requestBody } }: DescribedRoute): object | undefined {
  return requestBody && 'content' in requestBody ? requestBody.content[json]?.schema : undefined;
}

function goodBody(route: DescribedRoute, known: Known): fc.Arbitrary<string | undefined> {
  if (route.method === 'GET') return fc.constant(undefined);
  const schema = bodySchemaOf(route);
  if (schema) return goodValue(schema, known).map((value) => JSON.stringify(value));
  return fc.constant(bodyTypeOf(route) === form ? 'grant_type=client_credentials' : undefined);
}

function wrongBodies(route: DescribedRoute, known: Known): fc.Arbitrary<Draft>[] {
  if (route.method === 'GET') return [];
  const type = bodyTypeOf(route);
  const types = mediaTypes
    .filter((other) => other !== type)
    .map((other) => ({
      wrong: `a body of type ${other}`,
      headers: { 'content-type': other },
      body: '{}',
    }));
  if (type !== json) return [types, ...(type === form ? [strangeForms] : [])];
  const broken = brokenBodies.map((body) => ({
    wrong: 'a broken body',
    headers: { 'content-type': json },
    body,
  }));
  return [types, broken, ...wrongFields(route, known)];
}

const strangeForms = fc
  .dictionary(fc.constantFrom('grant_type', 'scope', 'client_id', 'client_secret', 'x'), strangeText)
  .map((fields) => ({ wrong: 'a strange form', body: new URLSearchParams(fields).toString() }));

function wrongFields(route: DescribedRoute, known: Known): fc.Arbitrary<Draft>[] {
  const schema = bodySchemaOf(route);
  if (!schema) return [];
  const pointer = `/paths/${escaped(route.path)}/${route.method.toLowerCase()}/requestBody/content/${escaped(json)}/schema`;
  const isWrong = (value: unknown) => known.description.faultOfValue(pointer, value) !== undefined;
  const changed = goodValue(schema, known).chain((good) =>
    fc.oneof(
      ...placesIn(good).map((place) => strangeValue.map((value) => withChange(good, place, value))),
      fc.constant({ ...(good as object), colour: 'red' }),
      fc.constant({ ...(good as object), constructor: { prototype: {} } }),
      strangeValue,
    ),
  );
  const sent = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown;
  return [
    changed
      .filter((value) => isWrong(sent(value)))
      .map((value) => ({ wrong: 'a field that does not fit', body: JSON.stringify(value ?? null) })),
  ];
}

type Place = (string | number)[];

function placesIn(value: unknown, above: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const place = [...above, Array.isArray(value) ? Number(name) : name];
    return [place, ...placesIn(part, place)];
  });
}

function withChange(value: unknown, [first, ...rest]: Place, change: unknown): unknown {
  if (first === undefined) return change;
  if (Array.isArray(value))
    return value.map((part, index) => (index === first ? withChange(part, rest, change) : part));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [
      name,
      name === first ? withChange(part, rest, change) : part,
    ]),
  );
}

/** Something like what the schema asks for; it need not fit in every detail. */
function goodValue(schema: object, known: Known): fc.Arbitrary<unknown> {
  if ('$ref' in schema) {
    const target = known.document.components?.schemas?.[String(schema.$ref).split('/').pop() ?? ''];
    return target ? goodValue(target, known) : fc.constant({});
  }
  const { enum: values, type, format, items, properties = {}, minimum, anyOf } = schema as SchemaObject;
  if (values) return fc.constantFrom(...(values as unknown[]));
  const [alternative] = anyOf ?? [];
  if (alternative) return goodValue(alternative, known);
  if (format === 'uuid') return fc.constantFrom(...known.ids);
  if (format === 'email') return fc.constant('somebody@example.org');
  if (format === 'date-time') return fc.constant('2026-11-21T09:30:00.000Z');
  const kind = Array.isArray(type) ? type[0] : type;
  if (kind === 'array') return fc.tuple(goodValue(items ?? {}, known));
  if (kind === 'object') {
    const fields = Object.entries(properties).map(([name, part]) => [name, goodValue(part, known)] as const);
    return fc.record(Object.fromEntries(fields));
  }
  if (kind === 'integer' || kind === 'number') return fc.constant(Math.max(minimum ?? 1, 1));
  return kind === 'boolean' ? fc.boolean() : fc.constant('Something1');
}

// --- the headers ---------------------------------------------------------------------------------------------------------

function wrongHeaders({ access, operation }: DescribedRoute): fc.Arbitrary<Draft>[] {
  const takesKey = parametersOf(operation, 'header').some(({ name }) => name === 'Idempotency-Key');
  return [
    ...(access.for === 'everyone'
      ? []
      : [oddTokens.map((authorization) => ({ wrong: 'an odd token', headers: { authorization } }))]),
    ...(takesKey
      ? [oddKeys.map((key) => ({ wrong: 'an odd key', headers: { 'idempotency-key': key } }))]
      : []),
  ];
}
