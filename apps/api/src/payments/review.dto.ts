/** What reviews are told and asked, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { decisions, type Decision, type ReviewFilter } from '@plaza/payments';
import { IsIn } from 'class-validator';
import { FlagQuery, IdField, IfGiven, LineField, staffListBy } from '../http/fields';

const noteCharactersMax = 500;

export class ReviewDto {
  @ApiProperty({ enum: decisions })
  @IsIn(decisions)
  decision!: Decision;

  @ApiPropertyOptional({ maxLength: noteCharactersMax, description: 'Why; kept with the decision' })
  @IfGiven()
  @LineField(noteCharactersMax)
  note?: string;
}

export class ReviewListQuery extends staffListBy('beganAt') implements ReviewFilter {
  @ApiPropertyOptional({ type: Boolean, description: 'Those that wait, or those that were decided' })
  @IfGiven()
  @FlagQuery()
  pending?: boolean;

  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IdField()
  paymentId?: string;
}
