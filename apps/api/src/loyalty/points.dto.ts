/** What is wished to be done with points, field by field, and what became of it. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { actPointsMax } from '@plaza/loyalty';
import { applyDecorators } from '@nestjs/common';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven, InstantField, LineField } from '../http/fields';
import { ExternalIdField } from './partner-programmes';

const descriptionCharactersMax = 200;
const sourceId = /^[!-~]{1,100}$/;

const PointsField = () => applyDecorators(IsInt(), Min(1), Max(actPointsMax));

class SaidOfPoints {
  @ApiProperty({ type: 'integer' })
  @PointsField()
  points!: number;

  @ApiProperty({ maxLength: descriptionCharactersMax })
  @LineField(descriptionCharactersMax)
  description!: string;

  @ApiProperty({ description: "The partner's own id of it: sending it again is safe" })
  @Matches(sourceId, { message: 'sourceId must be 1 to 100 printable ASCII characters without spaces' })
  sourceId!: string;
}

export class RedemptionDto extends SaidOfPoints {
  @ApiProperty({ format: 'date-time', description: 'The date of the service' })
  @InstantField()
  occurredAt!: Date;
}

export class AccrualDto extends RedemptionDto {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'The points are pending until then; usable at once unless told',
  })
  @IfGiven()
  @InstantField()
  availableFrom?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Never, unless told' })
  @IfGiven()
  @InstantField()
  expiresAt?: Date;
}

export class HoldDto extends SaidOfPoints {
  @ApiPropertyOptional({ format: 'date-time' })
  @IfGiven()
  @InstantField()
  occurredAt?: Date;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Until when they are held, 31 days at the most; a quarter of an hour unless told',
  })
  @IfGiven()
  @InstantField()
  expiresAt?: Date;
}

export class TransferDto extends SaidOfPoints {
  @ApiProperty({ description: 'The external id of the member who gives' })
  @ExternalIdField()
  from!: string;

  @ApiProperty({ description: 'The external id of the member who gets them' })
  @ExternalIdField()
  to!: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IfGiven()
  @InstantField()
  occurredAt?: Date;
}

export class CaptureDto {
  @ApiPropertyOptional({ type: 'integer', description: 'All that is held unless told; the rest is released' })
  @IfGiven()
  @PointsField()
  points?: number;
}

export class ReversalDto {
  @ApiProperty({ maxLength: descriptionCharactersMax, description: 'Why' })
  @LineField(descriptionCharactersMax)
  description!: string;
}

export class PostedAnswer {
  @ApiProperty({ format: 'uuid', description: 'Of the entry in the statement' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  points!: number;

  @ApiProperty({ type: 'integer', description: 'What the member could use right after it' })
  balance!: number;

  @ApiProperty()
  at!: Date;
}

export class HoldAnswer extends PostedAnswer {
  @ApiProperty({ description: 'By the clock of the server: until then they are held' })
  expiresAt!: Date;
}
