/** What reviews answer, for the published description. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { decisions, type Decision, type ReviewView } from '@plaza/payments';
import { ActorAnswer } from './replay.answers';

const nullable = { nullable: true } as const;

export class ReviewAnswer implements ReviewView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty({ enum: ['no-answer', 'risk-too-high', 'not-screened'] })
  reasonCode!: ReviewView['reasonCode'];

  @ApiProperty({ description: 'Why somebody has to look at it, in words' })
  reason!: string;

  @ApiProperty()
  beganAt!: Date;

  @ApiProperty({ type: String, enum: decisions, ...nullable, description: 'Null as long as it waits' })
  decision!: Decision | null;

  @ApiProperty({ type: String, ...nullable, description: 'Why, in the words of who decided' })
  note!: string | null;

  @ApiProperty({ type: ActorAnswer, ...nullable })
  decidedBy!: ActorAnswer | null;

  @ApiProperty({ type: Date, ...nullable })
  decidedAt!: Date | null;
}

export class ReviewPageAnswer {
  @ApiProperty({ type: [ReviewAnswer] })
  items!: ReviewAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}
