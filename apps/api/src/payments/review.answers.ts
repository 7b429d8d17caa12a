/** What reviews and screenings answer, for the published description. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { decisions, type Decision, type ReviewView, type ScreeningView } from '@plaza/payments';
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

const verdicts = ['allow', 'review'] as const satisfies ScreeningView['verdict'][];

export class ScreeningAnswer implements ScreeningView {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty()
  askedAt!: Date;

  @ApiProperty({ type: 'integer' })
  tookMs!: number;

  @ApiProperty({ type: 'integer', ...nullable })
  httpStatus!: number | null;

  @ApiProperty({
    type: 'integer',
    minimum: 5,
    maximum: 95,
    ...nullable,
    description: 'Null without an answer',
  })
  risk!: number | null;

  @ApiProperty({ type: 'integer', ...nullable, description: '100 less the risk' })
  result!: number | null;

  @ApiProperty({ type: String, ...nullable, description: 'Why there is no risk' })
  fault!: string | null;

  @ApiProperty({ type: String, ...nullable, description: 'The whole answer as it came' })
  answer!: string | null;

  @ApiProperty({ type: 'integer', description: 'The limit that was in force' })
  riskMax!: number;

  @ApiProperty({ enum: verdicts, description: 'What became of payments without an answer' })
  policy!: ScreeningView['policy'];

  @ApiProperty({ enum: verdicts })
  verdict!: ScreeningView['verdict'];
}
