/**
 * The published description, held against every answer that a test sees: what is not described, or does not fit, fails the test.
 * Fields that the description does not name count as a fault, too.
 */
import type { OpenAPIObject, OperationObject, ResponseObject } from '@nestjs/swagger';
// oxlint-disable-next-line no-restricted-imports -- where the package keeps the dialect of OpenAPI 3.1
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { keptText } from './kept-text';

export interface Exchange {
  method: string;
  /** As it was asked, with its query. */
  path: string;
  status: number;
  mediaType: string;
  body: unknown;
}

const documentId = 'plaza';
/** Served beside the routes that are described. */
const beside = /^\/(?:docs(?:\/.*)?|openapi\.json)$/;

/** Where Plaza answers with all its routes: what it publishes there is the same everywhere in a run. */
const wholePlazas = new Set<string>();
const found = new Map<string, Promise<Description | undefined>>();
const byText = new Map<string, Description>();

export class Description {
  /** That it is written in the dialect of OpenAPI is looked at by `test/http/openapi`, once. */
  private readonly ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  private readonly paths: { pattern: RegExp; template: string }[];
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(readonly document: OpenAPIObject) {
    addFormats(this.ajv);
    this.ajv.addSchema(withoutMoreFields(document), documentId);
    this.paths = Object.keys(document.paths)
      .sort((one, other) => parameters(one) - parameters(other))
      .map((template) => ({ template, pattern: patternOf(template) }));
  }

  /** Says that Plaza answers there with all its routes. */
  static ofPlazaAt(origin: string): void {
    wholePlazas.add(origin);
  }

  /** What the server at this address publishes; undefined when it publishes nothing. */
  static async publishedAt(origin: string): Promise<Description | undefined> {
    const known = found.get(origin) ?? read(origin);
    found.set(origin, known);
    try {
      return await known;
    } catch {
      // Nobody answers: the request that is to be looked at will tell.
      found.delete(origin);
      return undefined;
    }
  }

  /** @throws Error that says what about the answer is not described */
  check(exchange: Exchange): void {
    const fault = this.faultOf(exchange);
    if (fault === undefined) return;
    const { method, path, status, body } = exchange;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    throw new Error(
      `${method} ${path} answered ${String(status)}, which /openapi.json does not describe: ${fault}\n${text.slice(0, 2_000)}`,
    );
  }

  faultOf({ method, path, status, mediaType, body }: Exchange): string | undefined {
    const [plainPath = ''] = path.split('?', 1);
    if (beside.test(plainPath)) return undefined;
    const template = this.paths.find(({ pattern }) => pattern.test(plainPath))?.template;
    const operation = template === undefined ? undefined : this.operation(method, template);
    if (template === undefined || !operation) return status === 404 ? undefined : 'there is no such route';
    const answer = this.answer(operation, status);
    if (!answer) return 'this status is not among its answers';
    const types = Object.keys(answer.content ?? {});
    if (types.length === 0) return body === '' ? undefined : 'it is to have no body';
    if (!types.includes(mediaType)) return `its media type is ${mediaType}, not ${types.join(' or ')}`;
    if (!mediaType.endsWith('json')) return undefined;
    const validate = this.validator(operation, status, mediaType);
    return validate(body) ? undefined : this.ajv.errorsText(validate.errors, { separator: '; ' });
  }

  /** @returns what is wrong with the value under a schema of the description, by its pointer */
  faultOfValue(pointer: string, value: unknown): string | undefined {
    const validate = this.compiled(pointer);
    return validate(value) ? undefined : this.ajv.errorsText(validate.errors, { separator: '; ' });
  }

  operation(method: string, template: string): OperationObject | undefined {
    const item = this.document.paths[template];
    const operations: Record<string, OperationObject | undefined> = {
      ...{ GET: item?.get, PUT: item?.put, POST: item?.post, PATCH: item?.patch, DELETE: item?.delete },
    };
    return operations[method];
  }

  private answer(operation: OperationObject, status: number): ResponseObject | undefined {
    const answer = operation.responses[String(status)];
    if (!answer || !('$ref' in answer)) return answer;
    const component = this.document.components?.responses?.[lastPart(answer.$ref)];
    return component && !('$ref' in component) ? component : undefined;
  }

  private validator(operation: OperationObject, status: number, mediaType: string): ValidateFunction {
    const answer = operation.responses[String(status)];
    const place =
      answer && '$ref' in answer
        ? answer.$ref.replace('#', '')
        : `${this.pointerTo(operation)}/responses/${String(status)}`;
    return this.compiled(`${place}/content/${escaped(mediaType)}/schema`);
  }

  private compiled(pointer: string): ValidateFunction {
    const known = this.validators.get(pointer);
    if (known) return known;
    const validate = this.ajv.compile({ $ref: `${documentId}#${encodeURI(pointer)}` });
    this.validators.set(pointer, validate);
    return validate;
  }

  private pointerTo(operation: OperationObject): string {
    for (const [template, item] of Object.entries(this.document.paths)) {
      for (const [method, each] of Object.entries(item)) {
        if (each === operation) return `/paths/${escaped(template)}/${method}`;
      }
    }
    throw new Error(`${operation.operationId ?? ''} is not of this description`);
  }
}

async function read(origin: string): Promise<Description | undefined> {
  const text = wholePlazas.has(origin)
    ? await keptText('openapi.json', () => textAt(origin))
    : await textAt(origin);
  if (text === undefined) return undefined;
  const known = byText.get(text) ?? new Description(JSON.parse(text) as OpenAPIObject);
  byText.set(text, known);
  return known;
}

async function textAt(origin: string): Promise<string | undefined> {
  const response = await fetch(new URL('/openapi.json', origin));
  const text = await response.text();
  return response.status === 200 && text.startsWith('{"openapi"') ? text : undefined;
}

/** The same schemas, refusing what they do not name. */
function withoutMoreFields(document: OpenAPIObject): object {
  const strict: unknown = JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    isClosable(value) ? { ...value, additionalProperties: false } : value,
  );
  return strict as object;
}

/** A schema of an object that says nothing about other fields. */
function isClosable(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || 'additionalProperties' in value) return false;
  return 'properties' in value && 'type' in value && typeof value.properties === 'object';
}

const parameters = (template: string) => template.split('{').length;
const lastPart = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1);
export const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}
