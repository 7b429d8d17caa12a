/** What is asked and told about alarms, field by field. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import type { AlarmFilter } from '@plaza/payments';
import { FlagQuery, IfGiven, staffListBy, TextField } from '../http/fields';

const noteCharactersMax = 1_000;

export class AlarmListQuery extends staffListBy('raisedAt') implements AlarmFilter {
  @ApiPropertyOptional({ type: Boolean, description: 'Only those that are acknowledged, or only the others' })
  @IfGiven()
  @FlagQuery()
  acknowledged?: boolean;
}

export class AcknowledgeDto {
  @ApiPropertyOptional({ description: 'What was found, for those who look later' })
  @IfGiven()
  @TextField(noteCharactersMax)
  note?: string;
}
