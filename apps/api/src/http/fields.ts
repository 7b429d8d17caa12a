/** How ids, numbers and flags are written in addresses and bodies, the same on every route. */
import { applyDecorators, Param, type PipeTransform, type Type } from '@nestjs/common';
import { ApiParam, ApiPropertyOptional } from '@nestjs/swagger';
import { InvalidInput, isUuid, pageNumberMax, type StaffPageWish } from '@plaza/platform';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  isEmail,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

const wholeNumber = /^(?:0|[1-9]\d{0,15})$/;
/** Text for people: no control characters but tab and line breaks, no halves of characters. */
const readable = /^[^\p{Cs}\0-\x08\x0b\x0c\x0e-\x1f\x7f]*$/u;
/** The same in one line, and not blank. */
const readableLine = /^(?=.*\S)[^\p{Cs}\p{Cc}]+$/u;

const pageLimitMax = 100;
export const pageLimitDefault = 20;
/** Room for a name of 200 characters of four bytes. */
const cursorCharactersMax = 1_500;

const lowerCase = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.toLowerCase() : value,
);

/** The field may be left out. Unlike `IsOptional` it does not let `null` pass. */
export const IfGiven = () => ValidateIf((_object, value: unknown) => value !== undefined);

/** A UUID in a body or a query; kept in lower case, as the database writes it. */
export const IdField = () => applyDecorators(lowerCase, IsUUID('loose'));

/** UUIDs in a body, each of them once. */
export const IdListField = (most: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
        : value,
    ),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    ArrayUnique(),
    IsUUID('loose', { each: true }),
  );

class IdPipe implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(text: string): string {
    if (!isUuid(text)) throw new InvalidInput([{ pointer: `/${this.name}`, detail: 'must be a UUID' }]);
    return text.toLowerCase();
  }
}

/** A UUID in the path. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, new IdPipe(name));

/** Describes {@link IdParam} where the parameter's type cannot. */
export const ApiIdParam = (name = 'id') => ApiParam({ name, format: 'uuid' });

/** A whole number in the path. */
export class NumberPipe implements PipeTransform<string, number> {
  constructor(
    private readonly name: string,
    private readonly most: number,
  ) {}

  transform(text: string): number {
    const number = Number(text);
    if (/^\d{1,16}$/.test(text) && number <= this.most) return number;
    throw new InvalidInput([
      { pointer: `/${this.name}`, detail: `must be a whole number from 0 to ${String(this.most)}` },
    ]);
  }
}

/**
 * A whole number in a query, where everything is text.
 * @param tooHigh what to say of more than `most`, where there is another way
 */
export const NumberQuery = (least: number, most: number, tooHigh?: string) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && wholeNumber.test(value) ? Number(value) : value,
    ),
    IsInt(),
    Min(least),
    Max(most, tooHigh === undefined ? {} : { message: tooHigh }),
  );

/** RFC 3339: a date alone, or a time without a zone, is no instant. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i;

/** An instant in a body or a query. */
export const InstantField = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && instant.test(value) ? new Date(value) : value,
    ),
    IsDate({ message: '$property must be an instant like 2026-11-21T09:30:00Z' }),
  );

/** `true` or `false` in a query. */
export const FlagQuery = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

/** Text for people that may have several lines. */
export const TextField = (charactersMax: number) =>
  applyDecorators(
    MaxLength(charactersMax),
    Matches(readable, { message: '$property must be readable text' }),
  );

/** Text for people in one line. */
export const LineField = (charactersMax: number) =>
  applyDecorators(
    MaxLength(charactersMax),
    Matches(readableLine, { message: '$property must be one line of readable text' }),
  );

/** An e-mail address. What is no text at all is looked at first: the look for an address stumbles over halves of characters. */
export const EmailField = () =>
  ValidateBy({
    name: 'isEmail',
    validator: {
      validate: (value) => typeof value === 'string' && readableLine.test(value) && isEmail(value),
      defaultMessage: () => '$property must be an email',
    },
  });

/** What every list is asked for. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: pageLimitMax, default: pageLimitDefault })
  @NumberQuery(1, pageLimitMax)
  limit: number = pageLimitDefault;

  @ApiPropertyOptional({ description: 'The `next` of the page before' })
  @IfGiven()
  @MaxLength(cursorCharactersMax)
  @Matches(/^[\w-]+$/, { message: 'after must be the `next` of an earlier page' })
  after?: string;
}

/** Refused when the other field is there, too. */
const NotTogetherWith = (other: string) =>
  ValidateBy({
    name: 'notTogetherWith',
    validator: {
      validate: (_value, context) => !context || Reflect.get(context.object, other) === undefined,
      defaultMessage: () => `$property and ${other} cannot be asked for together`,
    },
  });

/** What lists of staff are asked for: they have numbered pages, too, and can be counted. */
export class StaffPageQuery extends PageQuery implements StaffPageWish {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: pageNumberMax,
    description:
      'The number of the page, in place of `after`, which alone leads further than the last number',
  })
  @IfGiven()
  @NumberQuery(1, pageNumberMax, `page must not be greater than ${pageNumberMax}: go on with \`after\``)
  @NotTogetherWith('after')
  page?: number;

  @ApiPropertyOptional({ type: Boolean, description: 'Count all that match, too' })
  @IfGiven()
  @FlagQuery()
  total?: boolean;
}

/**
 * What a list of staff is asked for that can be had both ways round.
 * @param field that it is in order by, as clients know it
 */
export function staffListBy(field: string): Type<StaffPageQuery & { sort?: string }> {
  class StaffListQuery extends StaffPageQuery {
    @ApiPropertyOptional({ enum: [field, `-${field}`], description: 'With a `-`: the last one first' })
    @IfGiven()
    @IsIn([field, `-${field}`])
    sort?: string;
  }
  return StaffListQuery;
}
