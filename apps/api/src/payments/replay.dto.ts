/** What a replay is told, field by field. */
import { Param } from '@nestjs/common';
import { ApiParam, ApiPropertyOptional } from '@nestjs/swagger';
import {
  paymentTypes,
  replayableOutcomes,
  type PaymentType,
  type ReplayableOutcome,
  type ReplayFilter,
} from '@plaza/payments';
import { IsBoolean, IsIn, Matches, MaxLength } from 'class-validator';
import { FlagQuery, IdField, IfGiven, InstantField, NumberPipe } from '../http/fields';

const cursorCharactersMax = 300;
const partitionMax = 2_147_483_647;

export const PartitionParam = () => Param('partition', new NumberPipe('partition', partitionMax));
export const OffsetParam = () => Param('offset', new NumberPipe('offset', Number.MAX_SAFE_INTEGER));

/** Describes the place of a message in the path. */
export function ApiPlaceParams(): MethodDecorator {
  const parameters = [
    ApiParam({ name: 'topic', description: '`online` or `offline`' }),
    ApiParam({ name: 'partition', schema: { type: 'integer', minimum: 0 } }),
    ApiParam({ name: 'offset', schema: { type: 'integer', minimum: 0 } }),
  ];
  return (target, name, descriptor) => {
    for (const describe of parameters) describe(target, name, descriptor);
  };
}

export class ReplayOneQuery {
  @ApiPropertyOptional({ type: Boolean, description: 'Only says what would become of it' })
  @IfGiven()
  @FlagQuery()
  dryRun?: boolean;
}

export class ReplayDto implements ReplayFilter {
  @ApiPropertyOptional({ enum: replayableOutcomes, description: 'This or `paymentId` has to be given' })
  @IfGiven()
  @IsIn(replayableOutcomes)
  outcome?: ReplayableOutcome;

  @ApiPropertyOptional({ format: 'uuid', description: 'All messages that speak of this payment' })
  @IfGiven()
  @IdField()
  paymentId?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Received at this instant or later' })
  @IfGiven()
  @InstantField()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Received before this instant' })
  @IfGiven()
  @InstantField()
  to?: Date;

  @ApiPropertyOptional({ enum: paymentTypes })
  @IfGiven()
  @IsIn(paymentTypes)
  topic?: PaymentType;

  @ApiPropertyOptional({ type: Boolean, description: 'Only says what would become of the messages' })
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;

  @ApiPropertyOptional({ description: 'The `next` of the answer before, to go on behind it' })
  @IfGiven()
  @MaxLength(cursorCharactersMax)
  @Matches(/^[\w-]+$/, { message: 'after must be the `next` of an earlier answer' })
  after?: string;
}
