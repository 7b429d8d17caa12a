/**
 * What a body or a query may hold is written once, in the rules it is checked by: the description takes lengths, limits, patterns
 * and formats from there, so that both say the same.
 */
import type { Type } from '@nestjs/common';
import { DECORATORS, type OpenAPIObject, type OperationObject, type SchemaObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import type { Route } from './routes';

interface Rule {
  name?: string;
  propertyName: string;
  constraints?: unknown[];
  each: boolean;
}

/** What a rule says in the words of JSON Schema; its first argument is the limit, pattern or list. */
const wordsFor: Record<string, (argument: unknown, second: unknown) => Partial<SchemaObject>> = {
  isInt: () => ({ type: 'integer' }),
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isEmail: () => ({ type: 'string', format: 'email', maxLength: 254 }),
  isDate: () => ({ type: 'string', format: 'date-time' }),
  min: (least) => ({ minimum: Number(least) }),
  max: (most) => ({ maximum: Number(most) }),
  minLength: (least) => ({ minLength: Number(least) }),
  maxLength: (most) => ({ maxLength: Number(most) }),
  isLength: (least, most) => ({
    minLength: Number(least),
    ...(most !== undefined && { maxLength: Number(most) }),
  }),
  arrayMinSize: (least) => ({ minItems: Number(least) }),
  arrayMaxSize: (most) => ({ maxItems: Number(most) }),
  arrayUnique: (by) => (by === undefined ? { uniqueItems: true } : {}),
  isIn: (values) => ({ enum: [...(values as unknown[])] }),
  matches: (pattern) => (pattern instanceof RegExp ? patternOf(pattern) : {}),
};

/** Writes the rules of every route's body and query into its description. */
export function describeRules(
  document: OpenAPIObject,
  routes: { route: Route; operation: OperationObject }[],
): void {
  const schemas = document.components?.schemas ?? {};
  for (const { route, operation } of routes) {
    for (const dto of route.body ? withNested(route.body) : []) {
      const schema = schemas[dto.name];
      if (schema && !('$ref' in schema)) describeProperties(schema.properties ?? {}, dto);
    }
    if (route.query) describeProperties(queryOf(operation), route.query);
  }
}

type Properties = NonNullable<SchemaObject['properties']>;

function queryOf(operation: OperationObject): Properties {
  const properties: Properties = {};
  for (const parameter of operation.parameters ?? []) {
    if ('in' in parameter && parameter.in === 'query' && parameter.schema)
      properties[parameter.name] = parameter.schema;
  }
  return properties;
}

function describeProperties(properties: Properties, dto: Type): void {
  for (const rule of rulesOf(dto)) {
    const schema = properties[rule.propertyName];
    const words = wordsFor[rule.name ?? '']?.(...argumentsOf(rule));
    if (!schema || !words || '$ref' in schema) continue;
    if (rule.each) describeItems(schema, words);
    else describe(schema, words);
  }
}

function describeItems(schema: SchemaObject, words: Partial<SchemaObject>): void {
  if (schema.items && !Array.isArray(schema.items) && !('$ref' in schema.items))
    describe(schema.items, words);
}

/** What was written by hand stands, but for a number's type, which decorators can only guess. */
function describe(schema: SchemaObject, words: Partial<SchemaObject>): void {
  const written = { ...schema };
  Object.assign(schema, words, written);
  if (words.type === 'integer' && schema.type === 'number') schema.type = 'integer';
  const mayBeNull = Array.isArray(schema.type) && schema.type.includes('null');
  if (words.enum && mayBeNull && !written.enum) schema.enum = [...(words.enum as unknown[]), null];
}

function argumentsOf({ constraints }: Rule): [unknown, unknown] {
  return [constraints?.[0], constraints?.[1]];
}

function rulesOf(dto: Type): Rule[] {
  return getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
}

/** A pattern of the description has no flags; one that needs some is told in words by its field. */
function patternOf(pattern: RegExp): Partial<SchemaObject> {
  return pattern.flags === '' || pattern.flags === 'u' ? { type: 'string', pattern: pattern.source } : {};
}

/** The class and those of its fields, all the way down. */
function withNested(dto: Type, known = new Set<Type>()): Set<Type> {
  if (known.has(dto)) return known;
  known.add(dto);
  const prototype = dto.prototype as object;
  const names = (Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES_ARRAY, prototype) ?? []) as string[];
  for (const name of names) {
    const described: unknown = Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES, prototype, name.slice(1));
    const type = fieldType(described);
    if (type) withNested(type, known);
  }
  return known;
}

function fieldType(described: unknown): Type | undefined {
  if (typeof described !== 'object' || described === null || !('type' in described)) return undefined;
  const type: unknown = Array.isArray(described.type) ? described.type[0] : described.type;
  return typeof type === 'function' && rulesOf(type as Type).length > 0 ? (type as Type) : undefined;
}
