/** What dead letters answer, for the published description. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DeadLetter } from '@plaza/messaging';

class DeadLetterAnswer implements DeadLetter {
  @ApiProperty({ format: 'uuid' })
  eventId!: string;

  @ApiProperty({ description: 'Who could not take it' })
  consumer!: string;

  @ApiProperty()
  topic!: string;

  @ApiProperty({ description: 'What it is about; events of one key come in order' })
  key!: string;

  @ApiProperty({ description: 'What the event tells, as in the catalogue of events' })
  type!: string;

  @ApiProperty({ description: 'Why it could not be taken, as a stable code' })
  reasonCode!: string;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ type: 'integer', description: 'How often it was given up' })
  failures!: number;

  @ApiProperty()
  diedAt!: Date;

  @ApiProperty({ type: Date, nullable: true, description: 'Null while it waits for somebody' })
  replayedAt!: Date | null;
}

export class DeadLetterPageAnswer {
  @ApiProperty({ type: [DeadLetterAnswer] })
  items!: DeadLetterAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

export class SentAgainAnswer {
  @ApiProperty({ type: 'integer', description: 'How many were sent' })
  replayed!: number;
}
