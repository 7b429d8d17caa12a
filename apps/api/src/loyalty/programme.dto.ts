/** What a partner decides about its programme, what it owes, and what it is told. */
import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  expiryNoticeDaysMax,
  partnerEventTypes,
  type ExpiringPoints,
  type Liability,
  type PartnerEvent,
  type PartnerEventType,
  type ProgrammeSettings,
  type Thresholds,
  type WishedSettings,
} from '@plaza/loyalty';
import { Type } from 'class-transformer';
import { Allow, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, PageQuery } from '../http/fields';
import { PartnerAnswer } from '../identity/partners.dto';
import { EarningRulesDto } from './earning.dto';
import { TiersDto } from './tiers.dto';
import { PartnerIdField, PartnerQuery } from './partner-programmes';

const thresholdMax = 1_000_000_000_000;

export class ThresholdsDto implements Thresholds {
  @ApiProperty({
    type: 'integer',
    description: 'What a member has, held points too: told when it rises above this',
  })
  @IsInt()
  @Min(0)
  @Max(thresholdMax)
  balanceAbove!: number;

  @ApiProperty({
    type: 'integer',
    description: 'What all members have together: told when it rises above this',
  })
  @IsInt()
  @Min(0)
  @Max(thresholdMax)
  totalAbove!: number;
}

export class ProgrammeSettingsDto implements WishedSettings {
  @ApiPropertyOptional({ type: ThresholdsDto, description: 'Stay as they are when left out' })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => ThresholdsDto)
  thresholds?: ThresholdsDto;

  @ApiPropertyOptional({
    ...{ type: EarningRulesDto, nullable: true },
    description: 'What orders of the shop earn; null for nothing. Stays as it is when left out',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => EarningRulesDto)
  earning?: EarningRulesDto | null;

  @ApiPropertyOptional({
    ...{ type: TiersDto, nullable: true },
    description: 'What members become by what they earn; null for nothing. Stays as it is when left out',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => TiersDto)
  tiers?: TiersDto | null;

  @ApiPropertyOptional({
    ...{ type: 'integer', nullable: true, minimum: 1, maximum: expiryNoticeDaysMax },
    description:
      'So many days before points expire `points.expiring` is told; null for not at all. Stays as it is when left out',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(expiryNoticeDaysMax)
  expiryNoticeDays?: number | null;
}

export class ProgrammeSettingsAnswer implements ProgrammeSettings {
  @ApiProperty({ type: ThresholdsDto })
  thresholds!: ThresholdsDto;

  @ApiProperty({ type: EarningRulesDto, nullable: true, description: 'What orders of the shop earn' })
  earning!: EarningRulesDto | null;

  @ApiProperty({ type: TiersDto, nullable: true, description: 'What members become by what they earn' })
  tiers!: TiersDto | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'So many days before points expire it is told',
  })
  expiryNoticeDays!: number | null;
}

class ExpiringPointsAnswer implements ExpiringPoints {
  @ApiProperty({ description: 'The first instant of the month, in UTC' })
  month!: Date;

  @ApiProperty({ type: 'integer' })
  points!: number;
}

export class LiabilityAnswer implements Liability {
  @ApiProperty()
  at!: Date;

  @ApiProperty({ type: 'integer', description: 'All that members have: available, pending and held' })
  outstanding!: number;

  @ApiProperty({ type: 'integer' })
  available!: number;

  @ApiProperty({ type: 'integer' })
  pending!: number;

  @ApiProperty({ type: 'integer' })
  held!: number;

  @ApiProperty({ type: 'integer', description: 'What of it has no date on which it expires' })
  neverExpires!: number;

  @ApiProperty({ type: [ExpiringPointsAnswer], description: 'What of it expires when, if nobody uses it' })
  expiring!: ExpiringPointsAnswer[];
}

export class ProgrammeAnswer extends PartnerAnswer {
  @ApiProperty({
    description: 'What the partner was told last; 0 before the first. By it a stream begins with what is new',
    example: '1024',
  })
  lastEventId!: string;
}

export class PartnerEventQuery extends PageQuery {
  @PartnerIdField()
  partnerId?: string;
}

export class PartnerStreamQuery extends PartnerQuery {
  /** Described and looked at where streams are. */
  @ApiHideProperty()
  @Allow()
  lastEventId?: unknown;
}

export class PartnerEventAnswer implements PartnerEvent {
  @ApiProperty({
    description: 'Numbers follow each other without a gap; any of them is a cursor for `after`',
  })
  id!: string;

  @ApiProperty({ enum: partnerEventTypes })
  type!: PartnerEventType;

  @ApiProperty({ format: 'date-time', description: 'When it became true' })
  timestamp!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: Record<string, unknown>;
}

export class PartnerEventPageAnswer {
  @ApiProperty({ type: [PartnerEventAnswer] })
  items!: PartnerEventAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
