/** What a partner declares about tiers, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { tierLimits, type TierLevel, type Tiers } from '@plaza/loyalty';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { LineField } from '../http/fields';

const windowDaysDefault = 365;
const noticeDaysDefault = 30;

export class TierLevelDto implements TierLevel {
  @ApiProperty({ maxLength: tierLimits.nameCharactersMax, description: 'Of its own among the levels' })
  @LineField(tierLimits.nameCharactersMax)
  name!: string;

  @ApiProperty({ type: 'integer', description: 'So many points within the window, or more' })
  @IsInt()
  @Min(1)
  @Max(tierLimits.fromMax)
  from!: number;
}

export class TiersDto implements Tiers {
  @ApiPropertyOptional({
    ...{ type: 'integer', default: windowDaysDefault, minimum: 1, maximum: tierLimits.windowDaysMax },
    description: 'Points count on the day on which they are earned, and until so many days of UTC are over',
  })
  @IsInt()
  @Min(1)
  @Max(tierLimits.windowDaysMax)
  windowDays: number = windowDaysDefault;

  @ApiPropertyOptional({
    ...{ type: 'integer', default: noticeDaysDefault, minimum: 0, maximum: tierLimits.noticeDaysMax },
    description: 'So many days before a fall by time alone `member.tier_falling` is told; 0 for not at all',
  })
  @IsInt()
  @Min(0)
  @Max(tierLimits.noticeDaysMax)
  noticeDays: number = noticeDaysDefault;

  @ApiProperty({ type: [TierLevelDto], description: 'The lowest first' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(tierLimits.levelsMax)
  @ValidateNested({ each: true })
  @Type(() => TierLevelDto)
  levels!: TierLevelDto[];
}
