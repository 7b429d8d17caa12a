/**
 * Values that fit a schema of the published description, as far as such schemas go there; whether one does is looked at by whoever asks for it. What stands for the id of a thing is a mark that is
 * replaced when the request is sent, by the id of a thing that is there by then.
 */
import type { OpenAPIObject, SchemaObject } from '@nestjs/swagger';
import * as fc from 'fast-check';

type Schema = object & { $ref?: string };

const itemsMax = 3;
/** Where a schema tells no bound. */
const anyNumber = { minimum: -1_000, maximum: 1_000 };
const anyTextMax = 60;

const marksMax = 64;
const marked = /f00d0000-0000-4000-8000-([0-9a-f]{10})([0-9a-f]{2})/g;

/** Stands for a thing of this kind. */
function mark(kind: string): fc.Arbitrary<string> {
  const told = Buffer.from(kind.slice(0, 5).padEnd(5)).toString('hex');
  return fc
    .nat({ max: marksMax - 1 })
    .map((at) => `f00d0000-0000-4000-8000-${told}${at.toString(16).padStart(2, '0')}`);
}

/** @param found the thing of a kind that stands at a place, or any other */
export function withIds(text: string, found: (kind: string, at: number) => string): string {
  return text.replaceAll(marked, (_, kind: string, at: string) =>
    found(Buffer.from(kind, 'hex').toString().trim(), Number.parseInt(at, 16)),
  );
}

/** What kind of thing `fromBranchId`, `branches` and `{branchId}` name, told in five letters at most. */
export function kindNamed(field: string): string {
  const [last = ''] = /[A-Z]?[a-z]+(?=Ids?$|$)/.exec(field) ?? [];
  return last.toLowerCase().replace(/s$/, '').slice(0, 5);
}

export class FromSchemas {
  /** @param named what fields of these names are likely to say */
  constructor(
    private readonly document: OpenAPIObject,
    private readonly named: Readonly<Record<string, readonly string[]>> = {},
  ) {}

  /** @param field by whose name an id is chosen */
  of(schema: Schema, field = ''): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined) return this.of(this.target(schema.$ref), field);
    const { enum: values, allOf, anyOf, type, nullable } = schema as SchemaObject & { nullable?: boolean };
    if (values) return fc.constantFrom(...(values as unknown[]));
    if (allOf?.[0]) return this.of(allOf[0], field);
    if (anyOf) return fc.oneof(...anyOf.map((each) => this.of(each, field)));
    const types = Array.isArray(type) ? type : [type ?? 'string'];
    const kinds = types.map((each) => this.ofType(each, schema as SchemaObject, field));
    return fc.oneof(...kinds, ...(nullable === true ? [fc.constant(null)] : []));
  }

  private target(ref: string): Schema {
    const schema = this.document.components?.schemas?.[ref.slice(ref.lastIndexOf('/') + 1)];
    if (!schema) throw new Error(`${ref} is not described`);
    return schema;
  }

  private ofType(type: string, schema: SchemaObject, field: string): fc.Arbitrary<unknown> {
    switch (type) {
      case 'null':
        return fc.constant(null);
      case 'boolean':
        return fc.boolean();
      case 'integer':
      case 'number':
        return wholeNumbers(schema);
      case 'array':
        return this.arrays(schema, field);
      case 'object':
        return this.objects(schema);
      default:
        return this.texts(schema, field);
    }
  }

  private texts(schema: SchemaObject, field: string): fc.Arbitrary<unknown> {
    const { format, pattern } = schema;
    const known = (this.named[field] ?? []).filter(
      (text) => pattern === undefined || new RegExp(pattern).test(text),
    );
    if (format !== undefined || known.length === 0) return texts(schema, field);
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, texts(schema, field));
  }

  private arrays(
    { items = {}, minItems = 0, maxItems = itemsMax, uniqueItems }: SchemaObject,
    field: string,
  ) {
    const lengths = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, itemsMax)) };
    const each = this.of(items, field);
    return uniqueItems === true ? fc.uniqueArray(each, lengths) : fc.array(each, lengths);
  }

  private objects({ properties = {}, required = [] }: SchemaObject) {
    const fields = Object.entries(properties).map(([name, part]) => [name, this.of(part, name)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: required });
  }
}

/** Small ones most of all, and their ends. */
function wholeNumbers({
  minimum = anyNumber.minimum,
  maximum = Math.max(minimum, anyNumber.maximum),
}: SchemaObject) {
  const [low, high] = [Math.ceil(minimum), Math.floor(maximum)];
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: low, max: Math.min(high, low + 20) }) },
    fc.maxSafeInteger().map((any) => low + (Math.abs(any) % (Math.min(high - low, 2 ** 52) + 1))),
    fc.constantFrom(low, high),
  );
}

function texts({ format, pattern, minLength = 0, maxLength = anyTextMax }: SchemaObject, field: string) {
  switch (format) {
    case 'uuid':
      return fc.oneof({ weight: 9, arbitrary: mark(kindNamed(field)) }, { weight: 1, arbitrary: fc.uuid() });
    case 'email':
      return fc.stringMatching(/^[a-z]{3,12}@[a-z]{3,10}\.(?:com|org)$/);
    case 'date-time':
      return moments.map((at) => at.toISOString());
    case 'date':
      return moments.map((at) => at.toISOString().slice(0, 10));
    case 'uri':
      return fc.stringMatching(/^https:\/\/[a-z]{3,10}\.invalid\/[a-z0-9]{0,8}$/);
    default:
      return shapedTexts(pattern, minLength, Math.min(maxLength, Math.max(anyTextMax, minLength)));
  }
}

const moments = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2030-01-01T00:00:00Z'),
  noInvalidDate: true,
});

function shapedTexts(
  pattern: string | undefined,
  minLength: number,
  maxLength: number,
): fc.Arbitrary<string> {
  const isRegular = pattern !== undefined && !/\\p|\(\?[=!]/.test(pattern);
  if (isRegular) return fc.stringMatching(new RegExp(pattern));
  const any = fc.string({ unit: 'grapheme', minLength: Math.max(minLength, 1), maxLength });
  const fits = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return any.map((text) => (fits?.test(text) === false ? 'Something' : text));
}
