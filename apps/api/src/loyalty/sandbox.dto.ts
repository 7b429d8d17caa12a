/** What a partner says of the clock of its sandbox, and what it is told. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { aheadMsMax, type SandboxClock } from '@plaza/loyalty';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven, InstantField } from '../http/fields';

export class ClockMoveDto {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: aheadMsMax,
    description: 'By so many milliseconds',
  })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(aheadMsMax)
  advanceMs?: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'Or to this instant' })
  @IfGiven()
  @InstantField()
  to?: Date;
}

export class SandboxClockAnswer implements SandboxClock {
  @ApiProperty({ description: 'What time it is in the sandbox' })
  now!: Date;

  @ApiProperty({ type: 'integer', description: 'What its clock is ahead of the one of the live programme' })
  aheadMs!: number;
}
