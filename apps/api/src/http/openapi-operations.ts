/**
 * Completes the description of every route from what its decorators declare for other ends: who may call it, whether it takes a
 * key, what it refuses. So a route says each thing once, and none is described by forgetting nothing.
 */
import { STATUS_CODES } from 'node:http';
import type {
  HeaderObject,
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  SchemaObject,
  SecurityRequirementObject,
} from '@nestjs/swagger';
import type { Access } from '@plaza/platform';
import { exampleOfAnswer, exampleOfBody } from './openapi-examples';
import {
  describeProblems,
  headersNamed,
  isUnsafe,
  oauthRefusalSchema,
  problemAnswers,
  problemSchema,
} from './openapi-problems';
import { describeRules } from './openapi-rules';
import type { Route } from './routes';

/** How people show who they are; the roles of a requirement are those that may. */
export const personScheme = 'person';
/** How partners' machines do. */
export const machineScheme = 'machine';

export interface DescribedRoute {
  route: Route;
  operation: OperationObject;
}

export function completeDescription(document: OpenAPIObject, routes: Route[]): void {
  const described = operationsWith(document, routes);
  describeRules(document, described);
  addComponents(document);
  for (const { route, operation } of described) {
    if (route.access) operation.security = securityOf(route.access, operation.security);
    if (isUnsafe(route)) addKey(operation, route);
    describeProblems(document, operation, route);
    describeAnswers(operation, route);
    operation.operationId = operationIdOf(route, operation);
    addExamples(operation, operation.operationId);
    (operation.parameters ??= []).push(referTo('X-Request-Id'));
  }
  closeBodies(document, described);
  refuseRepeatedIds(described);
}

/** The description is made with the routes' names for ids. */
function operationsWith(document: OpenAPIObject, routes: Route[]): DescribedRoute[] {
  const byName = new Map(routes.map((route) => [route.name, route]));
  return Object.values(document.paths)
    .flatMap(({ get, put, post, patch, delete: remove }) => [get, put, post, patch, remove])
    .flatMap((operation) => {
      const route = byName.get(operation?.operationId ?? '');
      return operation && route ? [{ operation, route }] : [];
    });
}

/** `orders.place`, `catalog.products.create`: the context, the part of it where there are several, and the verb. */
export function operationIdOf({ controller, name }: Route, { tags }: OperationObject): string {
  const context = tags?.[0] ?? '';
  const part = lowerFirst(controller.replace(/Controller$/, ''));
  const verb = name.slice(controller.length + 1);
  return [context, ...(part === context ? [] : [part]), verb].join('.');
}

const lowerFirst = (text: string) => {
  const capitals = /^[A-Z]+(?![a-z])/.exec(text)?.[0] ?? text.slice(0, 1);
  return capitals.toLowerCase() + text.slice(capitals.length);
};

/** Requirements of which one must be met. What a public route says by its own decorators stands. */
function securityOf(
  access: Access,
  own: SecurityRequirementObject[] | undefined,
): SecurityRequirementObject[] {
  switch (access.for) {
    case 'everyone':
      return own ?? [];
    case 'roles':
      return access.roles.map((role) => ({ [personScheme]: [role] }));
    case 'scope':
      return [{ [machineScheme]: [access.scope] }];
    case 'partners':
      return [{ [machineScheme]: [access.scope] }, { [personScheme]: ['staff'] }];
  }
}

function addKey(operation: OperationObject, { keyUse }: Route): void {
  (operation.parameters ??= []).push({
    ...keyParameter,
    required: keyUse === 'required',
  });
}

const keyParameter: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Makes sending the request again safe for a day: the same key and content get the first answer and have one effect',
  schema: { type: 'string', pattern: '^"?[\\x21\\x23-\\x7e]{1,255}"?$' },
  example: '3f5379b6-4a95-49b3-a9c0-3a5703df8073',
};

const referTo = (parameter: string) => ({ $ref: `#/components/parameters/${parameter}` });

const text = (description: string, more: Partial<SchemaObject> = {}): HeaderObject => ({
  description,
  schema: { type: 'string', ...more },
});

function addComponents(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema, OAuthRefusal: oauthRefusalSchema },
    responses: problemAnswers(),
    parameters: {
      'X-Request-Id': {
        name: 'X-Request-Id',
        in: 'header',
        required: false,
        description: 'Names the request in our logs and in the answer; made here when it is not sent',
        schema: { type: 'string', pattern: '^[\\w.:-]{1,128}$' },
      },
    },
    headers: {
      'X-Request-Id': text('The id under which our logs know the request'),
      'WWW-Authenticate': text('How to show who you are'),
      'Retry-After': text('Seconds until asking again makes sense', { pattern: '^\\d+$' }),
      RateLimit: text('What is left of the quota and seconds until it is whole again'),
      'RateLimit-Policy': text('The quotas that count here'),
      'Idempotency-Replayed': text('The answer is that of an earlier request with this key', {
        enum: ['true'],
      }),
    },
  };
}

/** What goes well: a word where the route has none, and the headers that come with it. */
function describeAnswers(operation: OperationObject, route: Route): void {
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (!answer || '$ref' in answer || Number(status) >= 400) continue;
    answer.description ||= STATUS_CODES[status] ?? 'Done';
    const names = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'];
    if (isUnsafe(route)) names.push('Idempotency-Replayed');
    answer.headers = { ...headersNamed(names), ...answer.headers };
  }
}

function addExamples(operation: OperationObject, id: string): void {
  const body = exampleOfBody(id);
  const { requestBody } = operation;
  if (body !== undefined && requestBody && !('$ref' in requestBody)) {
    for (const media of Object.values(requestBody.content)) media.example ??= body;
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Number(status) >= 300 || !response || '$ref' in response) continue;
    const example = exampleOfAnswer(id, status);
    const json = response.content?.['application/json'];
    if (json && example !== undefined) json.example ??= example;
  }
}

/** Unknown fields are refused, so the description allows none. */
function closeBodies(document: OpenAPIObject, described: DescribedRoute[]): void {
  const open = described.flatMap(({ operation: { requestBody } }) =>
    requestBody && !('$ref' in requestBody)
      ? [requestBody.content['application/json']?.schema].filter((schema) => schema !== undefined)
      : [],
  );
  const known = new Set<object>();
  const close = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || known.has(part)) return;
    known.add(part);
    if ('$ref' in part) {
      close(document.components?.schemas?.[String(part.$ref).replace('#/components/schemas/', '')]);
      return;
    }
    const schema: SchemaObject = part;
    if (schema.properties) schema.additionalProperties ??= false;
    for (const inner of Object.values(part)) close(inner);
  };
  open.forEach(close);
}

function refuseRepeatedIds(described: DescribedRoute[]): void {
  const seen = new Map<string, string>();
  for (const { route, operation } of described) {
    const id = operation.operationId ?? '';
    const other = seen.get(id);
    if (other !== undefined) throw new Error(`${other} and ${route.name} are both described as ${id}`);
    seen.set(id, route.name);
  }
}
