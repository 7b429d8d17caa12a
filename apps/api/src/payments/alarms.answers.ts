/** What alarms answer, for the published description. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { alarmKinds, type AlarmKind, type AlarmView } from '@plaza/payments';
import { ActorAnswer } from './replay.answers';

export class AlarmAnswer implements AlarmView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: alarmKinds })
  kind!: AlarmKind;

  @ApiProperty({ description: 'What it means, in words' })
  description!: string;

  @ApiProperty()
  topic!: string;

  @ApiProperty({ type: 'integer' })
  partition!: number;

  @ApiProperty({ type: 'integer' })
  firstOffset!: number;

  @ApiProperty({ type: 'integer' })
  lastOffset!: number;

  @ApiProperty({ type: 'integer', description: 'How often it was raised before it was acknowledged' })
  occurrences!: number;

  @ApiProperty()
  raisedAt!: Date;

  @ApiProperty()
  lastRaisedAt!: Date;

  @ApiProperty({ type: Date, nullable: true })
  acknowledgedAt!: Date | null;

  @ApiProperty({ type: ActorAnswer, nullable: true })
  acknowledgedBy!: ActorAnswer | null;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
}

export class AlarmPageAnswer {
  @ApiProperty({ type: [AlarmAnswer] })
  items!: AlarmAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
