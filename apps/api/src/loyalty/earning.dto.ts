/** What a partner declares about orders of the shop, field by field, and how it is explained what one of them would earn. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import {
  earningLimits,
  roundings,
  type Earned,
  type EarnedLine,
  type EarningRules,
  type Multiplier,
  type Rounding,
} from '@plaza/loyalty';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsTimeZone,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IdField, IfGiven, InstantField, LineField } from '../http/fields';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const linesMax = 100;
const zoneDefault = 'UTC';
const lineAmountMax = 1_000_000_000_000;

const Whole = (least: number, most: number) => applyDecorators(IsInt(), Min(least), Max(most));
const CurrencyField = () => Matches(/^[A-Z]{3}$/, { message: '$property must be an ISO 4217 code' });
const DateField = () =>
  applyDecorators(
    IsISO8601({ strict: true }, { message: '$property must be a date like 2026-12-01' }),
    Length(10, 10, { message: '$property must be a date like 2026-12-01' }),
  );
const anything = 'Null, or left out, for any';

export class MultiplierDto implements Multiplier {
  @ApiProperty({
    maxLength: earningLimits.nameCharactersMax,
    description: 'Of its own among the multipliers',
  })
  @LineField(earningLimits.nameCharactersMax)
  name!: string;

  @ApiProperty({
    type: 'integer',
    description: 'Of what the amount earns by itself: 200 doubles it, 0 lets it earn nothing',
  })
  @Whole(0, earningLimits.percentMax)
  percent!: number;

  @ApiPropertyOptional({
    ...{ type: String, format: 'uuid', nullable: true },
    description: `With all below it. ${anything}`,
  })
  @IsOptional()
  @IdField()
  categoryId: string | null = null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: anything })
  @IsOptional()
  @IdField()
  branchId: string | null = null;

  @ApiPropertyOptional({
    ...{ type: String, format: 'date', nullable: true },
    description: 'The first date on which it counts',
  })
  @IsOptional()
  @DateField()
  from: string | null = null;

  @ApiPropertyOptional({
    ...{ type: String, format: 'date', nullable: true },
    description: 'The last date on which it counts',
  })
  @IsOptional()
  @DateField()
  until: string | null = null;

  @ApiPropertyOptional({
    ...{ type: 'array', items: { type: 'integer', minimum: 1, maximum: 7 }, nullable: true },
    description: `From 1 for Monday to 7 for Sunday. ${anything}`,
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(weekdays, { each: true })
  weekdays: number[] | null = null;
}

export class EarningRulesDto implements EarningRules {
  @ApiProperty({ description: 'ISO 4217; orders in another currency earn nothing' })
  @CurrencyField()
  currency!: string;

  @ApiProperty({ type: 'integer', description: 'So many minor units earn `points`' })
  @Whole(1, earningLimits.amountMax)
  amount!: number;

  @ApiProperty({ type: 'integer' })
  @Whole(1, earningLimits.pointsMax)
  points!: number;

  @ApiPropertyOptional({
    ...{ enum: roundings, default: 'down' },
    description: 'Once for each order, of what all its lines come to',
  })
  @IsIn(roundings)
  rounding: Rounding = 'down';

  @ApiPropertyOptional({
    default: zoneDefault,
    description: "The zone of the multipliers' dates, like Europe/Madrid",
  })
  @IsTimeZone({ message: 'zone must be the name of a time zone' })
  zone: string = zoneDefault;

  @ApiPropertyOptional({
    type: [MultiplierDto],
    description: 'Where several fit a line, the highest counts; where none does, the amount earns by itself',
  })
  @IsArray()
  @ArrayMaxSize(earningLimits.multipliersMax)
  @ValidateNested({ each: true })
  @Type(() => MultiplierDto)
  multipliers: MultiplierDto[] = [];

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'No order earns more' })
  @IsOptional()
  @Whole(1, earningLimits.orderPointsMax)
  orderPointsMax: number | null = null;

  @ApiPropertyOptional({
    ...{ type: 'integer', nullable: true },
    description: 'The points are pending for so many days after they are given; not at all unless told',
  })
  @IsOptional()
  @Whole(1, earningLimits.daysMax)
  pendingDays: number | null = null;

  @ApiPropertyOptional({
    ...{ type: 'integer', nullable: true },
    description: 'They expire so many days after they are given; never unless told',
  })
  @IsOptional()
  @Whole(1, earningLimits.daysMax)
  expiresAfterDays: number | null = null;
}

/** A line that nobody has bought. */
export class TriedLineDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IdField()
  productId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'In place of a product' })
  @IfGiven()
  @IdField()
  categoryId?: string;

  @ApiProperty({ type: 'integer', description: 'What is charged for it, in minor units' })
  @Whole(0, lineAmountMax)
  amount!: number;
}

export class DryRunDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'An order that a member has placed; or else `lines`' })
  @IfGiven()
  @IdField()
  orderId?: string;

  @ApiPropertyOptional({ type: [TriedLineDto] })
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(linesMax)
  @ValidateNested({ each: true })
  @Type(() => TriedLineDto)
  lines?: TriedLineDto[];

  @ApiPropertyOptional({ format: 'uuid', description: 'Of lines: where they are bought; online unless told' })
  @IfGiven()
  @IdField()
  branchId?: string;

  @ApiPropertyOptional({ description: 'Of lines: that of the rules unless told' })
  @IfGiven()
  @CurrencyField()
  currency?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When it is paid; when the order was, or now, unless told',
  })
  @IfGiven()
  @InstantField()
  at?: Date;

  @ApiPropertyOptional({
    type: EarningRulesDto,
    description: 'To be tried in place of those of the programme',
  })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => EarningRulesDto)
  rules?: EarningRulesDto;
}

class EarnedLineAnswer implements EarnedLine {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  productId!: string | null;

  @ApiProperty({ type: 'integer', description: 'What was charged for it, in minor units' })
  amount!: number;

  @ApiProperty({ type: String, nullable: true, description: 'The name of the one that counts' })
  multiplier!: string | null;

  @ApiProperty({ type: 'integer' })
  percent!: number;

  @ApiProperty({ type: [String], description: 'All that fit the line, the highest first' })
  fitting!: string[];

  @ApiProperty({ description: 'Points before rounding, with four digits behind the point' })
  exact!: string;
}

export class EarnedAnswer implements Earned {
  @ApiProperty({ type: 'integer', description: 'What the order earns' })
  points!: number;

  @ApiProperty({ description: 'All lines together, before rounding' })
  exact!: string;

  @ApiProperty({ enum: roundings })
  rounding!: Rounding;

  @ApiProperty({ description: 'It would have been more than an order may earn' })
  capped!: boolean;

  @ApiProperty({ description: 'It earns nothing, because the rules are for another currency' })
  otherCurrency!: boolean;

  @ApiProperty({ type: [EarnedLineAnswer] })
  lines!: EarnedLineAnswer[];
}
