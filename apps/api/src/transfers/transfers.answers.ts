/** What transfers answer, for the published description. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { languages, type Language } from '@plaza/platform';
import {
  recordStatuses,
  type RecordStatus,
  type StreamView,
  type SubscriptionView,
  type TransferStory,
  type TransferView,
} from '@plaza/transfers';

const nullable = { nullable: true } as const;

export class TransferAnswer implements TransferView {
  @ApiProperty()
  key!: string;

  @ApiProperty({ enum: recordStatuses })
  status!: RecordStatus;

  @ApiProperty({ type: String, ...nullable })
  companyKey!: string | null;

  @ApiProperty({
    type: Date,
    ...nullable,
    description: 'The date that its owner wrote, where it can be read',
  })
  datedAt!: Date | null;

  @ApiProperty({ type: String, ...nullable, description: 'The scores of its streams, joined by `|`' })
  result!: string | null;

  @ApiProperty({ type: String, ...nullable })
  reasonCode!: string | null;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'Why it failed, was left alone or is tried again later',
  })
  reason!: string | null;

  @ApiProperty({ type: 'integer', description: 'How often its next step came to nothing' })
  attempts!: number;

  @ApiProperty()
  notedAt!: Date;

  @ApiProperty({ type: Date, ...nullable })
  takenAt!: Date | null;

  @ApiProperty({ type: Date, ...nullable })
  screenedAt!: Date | null;

  @ApiProperty({ type: Date, ...nullable })
  endedAt!: Date | null;

  @ApiProperty({ type: Date, ...nullable, description: 'When it is worked next at the earliest' })
  nextAttemptAt!: Date | null;
}

export class TransferPageAnswer {
  @ApiProperty({ type: [TransferAnswer] })
  items!: TransferAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

class StreamAnswer implements StreamView {
  @ApiProperty({ type: 'integer', minimum: 1 })
  number!: number;

  @ApiProperty()
  audioUrl!: string;

  @ApiProperty()
  askedAt!: Date;

  @ApiProperty({ type: 'integer' })
  tookMs!: number;

  @ApiProperty({ type: 'integer', minimum: 5, maximum: 95, ...nullable })
  score!: number | null;
}

export class TransferStoryAnswer extends TransferAnswer implements TransferStory {
  @ApiProperty({ type: 'integer', description: 'How often it was screened from the beginning' })
  round!: number;

  @ApiProperty({ type: [StreamAnswer] })
  streams!: StreamAnswer[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The record as it was when it was read last',
  })
  record!: Readonly<Record<string, unknown>>;
}

export class SubscriptionAnswer implements SubscriptionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  address!: string;

  @ApiProperty({ type: String, ...nullable, description: 'Null for the transfers of all companies' })
  companyKey!: string | null;

  @ApiProperty({ enum: languages })
  language!: Language;

  @ApiProperty()
  createdAt!: Date;
}

export class SubscriptionPageAnswer {
  @ApiProperty({ type: [SubscriptionAnswer] })
  items!: SubscriptionAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
