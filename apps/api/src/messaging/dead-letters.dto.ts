/** What is asked and told about dead letters, field by field. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import type { DeadLetterFilter, ReplayWish } from '@plaza/messaging';
import { FlagQuery, IdField, IfGiven, staffListBy, TextField } from '../http/fields';

const consumerCharactersMax = 100;

export class DeadLetterListQuery extends staffListBy('diedAt') implements DeadLetterFilter {
  @ApiPropertyOptional({ type: Boolean, description: 'Only those that were sent again, or only the others' })
  @IfGiven()
  @FlagQuery()
  replayed?: boolean;
}

export class SendAgainDto implements ReplayWish {
  @ApiPropertyOptional({ format: 'uuid', description: 'This event alone' })
  @IfGiven()
  @IdField()
  eventId?: string;

  @ApiPropertyOptional({ description: 'To this consumer alone' })
  @IfGiven()
  @TextField(consumerCharactersMax)
  consumer?: string;
}
