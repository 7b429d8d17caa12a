/** Which refusals a route may answer with, read off what it declares and takes, and the shape that refusals have. */
import type {
  HeadersObject,
  OpenAPIObject,
  OperationObject,
  ResponseObject,
  SchemaObject,
} from '@nestjs/swagger';
import type { Route } from './routes';

export const problemSchema: SchemaObject = {
  type: 'object',
  description:
    'A refusal, RFC 9457. `code` is stable: branch on it. More members may follow that help to act on this very problem.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri', description: '`urn:plaza:problem:` and the code' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'What is wrong, for people' },
    instance: { type: 'string', description: 'The path that was asked' },
    code: { type: 'string', pattern: '^[a-z]+\\.[a-z0-9-]+$' },
    requestId: { type: 'string', description: 'Under which our logs know the request' },
    errors: {
      type: 'array',
      description: 'Every place of the request that is at fault',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'RFC 6901' },
          detail: { type: 'string' },
        },
      },
    },
    retryAfter: { type: 'number', description: 'Seconds after which asking again makes sense' },
  },
  additionalProperties: true,
};

interface ProblemAnswer {
  name: string;
  description: string;
  code: string;
  title: string;
  detail: string;
  headers?: string[];
}

/** By status: the components that routes refer to, each with an example. */
const problems: Record<number, ProblemAnswer> = {
  400: {
    name: 'InvalidRequest',
    description: 'Something in the request is wrong or unknown; `errors` tells every place',
    code: 'request.invalid',
    title: 'The request is not valid',
    detail: 'The request is not valid',
  },
  401: {
    name: 'SignInNeeded',
    description: 'No access token, or one that has expired or was ended',
    code: 'identity.token-missing',
    title: 'Please sign in',
    detail: 'This needs an access token: Authorization: Bearer …',
    headers: ['WWW-Authenticate'],
  },
  403: {
    name: 'NotAllowed',
    description: 'The token is good, but this is for others; `roles` or `scope` tells for whom',
    code: 'identity.not-allowed',
    title: 'Not allowed',
    detail: 'This is not for you',
  },
  404: {
    name: 'NotFound',
    description: "There is no such thing, or it is somebody else's",
    code: 'orders.order-unknown',
    title: 'Not found',
    detail: 'There is no such order',
  },
  406: {
    name: 'NotAcceptable',
    description: 'None of the media types in `Accept` is among those that this is told in',
    code: 'request.not-acceptable',
    title: 'Not acceptable',
    detail: 'This can be had as application/json, text/html',
  },
  409: {
    name: 'Conflict',
    description: 'The present state does not allow it, or the same request is being worked on just now',
    code: 'orders.out-of-stock',
    title: 'This conflicts with the present state',
    detail: 'There is not enough on the shelves',
  },
  413: {
    name: 'TooLarge',
    description: 'The body is larger than we take',
    code: 'request.too-large',
    title: 'The request is too large',
    detail: 'Request body is too large',
  },
  414: {
    name: 'AddressTooLong',
    description: 'A part of the address is too long',
    code: 'request.address-too-long',
    title: 'URI Too Long',
    detail: 'A part of the address is too long',
  },
  415: {
    name: 'MediaTypeUnknown',
    description: 'The body is of a media type that is not understood here',
    code: 'request.media-type-unknown',
    title: 'This media type is not understood',
    detail: 'Unsupported Media Type',
  },
  422: {
    name: 'Unprocessable',
    description:
      'Well-formed, but it cannot be carried out; or the Idempotency-Key was used for a request with other content',
    code: 'request.idempotency-key-reused',
    title: 'The request cannot be carried out',
    detail: 'This Idempotency-Key was used before for a request with other content',
  },
  429: {
    name: 'TooMany',
    description: 'Too many of these requests; `Retry-After` tells when to come again',
    code: 'request.too-many',
    title: 'Too many requests',
    detail: 'Too many requests; please come again later',
    headers: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  },
  503: {
    name: 'Unavailable',
    description: 'Something that this needs cannot be reached; nothing was done, so it can be sent again',
    code: 'platform.database-unavailable',
    title: 'Not available at the moment',
    detail:
      'The database cannot be reached at the moment; nothing was done, so the request can be sent again',
    headers: ['Retry-After'],
  },
};

const problemType = 'application/problem+json';
const formType = 'application/x-www-form-urlencoded';

/** RFC 6749, section 5.2: how the one route that takes a form refuses. */
export const oauthRefusalSchema: SchemaObject = {
  type: 'object',
  required: ['error', 'error_description'],
  properties: {
    error: {
      type: 'string',
      enum: [
        ...['invalid_request', 'invalid_client', 'invalid_scope', 'unsupported_grant_type'],
        'temporarily_unavailable',
      ],
    },
    error_description: { type: 'string' },
    code: { type: 'string', description: 'The code that a problem would have' },
    retryAfter: { type: 'number', description: 'Seconds after which asking again makes sense' },
  },
};
const oauthStatuses = new Set([400, 401, 429, 503]);

/** For `components.responses`. */
export function problemAnswers(): Record<string, ResponseObject> {
  const entries = Object.entries(problems).map(([status, answer]) => [
    answer.name,
    describeProblem(Number(status), answer),
  ]);
  return Object.fromEntries(entries) as Record<string, ResponseObject>;
}

function describeProblem(status: number, answer: ProblemAnswer): ResponseObject {
  const { code, title, detail, description } = answer;
  const about = { instance: '/v1/orders', requestId: '019e2f3c-9f0a-7cc4-8e58-0b1d4f1a2b3c' };
  const example = { type: `urn:plaza:problem:${code}`, title, status, detail, ...about, code };
  return {
    description,
    headers: headersNamed(['X-Request-Id', ...(answer.headers ?? [])]),
    content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}

/** What is wrong with the bytes themselves is found before anyone knows that they are for OAuth, and told as a problem. */
function describeOAuthRefusal(status: number): ResponseObject {
  const { description = '', headers = [] } = problems[status] ?? {};
  const schema = { $ref: '#/components/schemas/OAuthRefusal' };
  return {
    description,
    headers: headersNamed(['X-Request-Id', ...headers]),
    content: {
      'application/json': { schema },
      ...(status === 400 && { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } }),
    },
  };
}

function takesForm({ requestBody }: OperationObject): boolean {
  return requestBody !== undefined && !('$ref' in requestBody) && formType in requestBody.content;
}

export function headersNamed(names: string[]): HeadersObject {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** Adds what the route may refuse by what it is; refusals that it names itself get their shape. */
export function describeProblems(document: OpenAPIObject, operation: OperationObject, route: Route): void {
  for (const status of refusalsOf(document, operation, route)) {
    const name = problems[status]?.name;
    if (!name) continue;
    operation.responses[String(status)] ??=
      takesForm(operation) && oauthStatuses.has(status)
        ? describeOAuthRefusal(status)
        : { $ref: `#/components/responses/${name}` };
  }
  for (const [status, answer] of Object.entries(operation.responses)) {
    const usual = problems[Number(status)];
    if (!usual || !answer || '$ref' in answer || answer.content) continue;
    const { headers, content } = describeProblem(Number(status), usual);
    operation.responses[status] = {
      ...answer,
      description: answer.description || usual.description,
      headers: { ...headers, ...answer.headers },
      ...(content && { content }),
    };
  }
}

export const isUnsafe = ({ method }: Route) => !['GET', 'HEAD', 'OPTIONS'].includes(method);
/** Public, and it gives secrets for secrets. */
const exchangesCredentials = (route: Route) => route.access?.for === 'everyone' && route.tellsSecrets;

function refusalsOf(document: OpenAPIObject, operation: OperationObject, route: Route): number[] {
  const namesThings = hasPathParameter(operation) || bodyNamesThings(document, operation);
  const may: Record<number, boolean> = {
    400: true,
    401: route.access?.for !== 'everyone' || exchangesCredentials(route),
    403: route.access?.for !== 'everyone',
    404: namesThings,
    409: isUnsafe(route) && !takesForm(operation),
    413: isUnsafe(route),
    414: hasPathParameter(operation),
    415: isUnsafe(route),
    422: isUnsafe(route) && !takesForm(operation),
    429: true,
    503: true,
  };
  return Object.keys(may)
    .map(Number)
    .filter((status) => may[status]);
}

function hasPathParameter({ parameters = [] }: OperationObject): boolean {
  return parameters.some((parameter) => 'in' in parameter && parameter.in === 'path');
}

function bodyNamesThings(document: OpenAPIObject, { requestBody }: OperationObject): boolean {
  if (!requestBody || '$ref' in requestBody) return false;
  return Object.values(requestBody.content).some(({ schema }) => schema && namesThings(document, schema));
}

/** True when it holds an id, at any depth. */
function namesThings(document: OpenAPIObject, schema: object, seen = new Set<string>()): boolean {
  if ('$ref' in schema) {
    const name = String(schema.$ref).replace('#/components/schemas/', '');
    const target = document.components?.schemas?.[name];
    if (!target || seen.has(name)) return false;
    return namesThings(document, target, seen.add(name));
  }
  if ('format' in schema && schema.format === 'uuid') return true;
  return Object.values(schema).some(
    (part: unknown) => typeof part === 'object' && part !== null && namesThings(document, part, seen),
  );
}
