/** What a replay and the story of a message answer, for the published description. */
import { ApiProperty } from '@nestjs/swagger';
import {
  outcomes,
  type MessageStory,
  type Outcome,
  type ReplayAnswer,
  type ReplayCount,
  type ReplayedMessage,
  type ReplayView,
} from '@plaza/payments';
import type { Actor } from '@plaza/platform';
import { AttemptAnswer, ErrorReportAnswer, MessageAnswer, PaymentAnswer } from './payments.answers';

const actorKinds = ['customer', 'staff', 'admin', 'partner', 'system'] as const satisfies Actor['kind'][];

export class ReplayedMessageAnswer implements ReplayedMessage {
  @ApiProperty()
  topic!: string;

  @ApiProperty({ type: 'integer' })
  partition!: number;

  @ApiProperty({ type: 'integer' })
  offset!: number;

  @ApiProperty({ enum: outcomes })
  before!: Outcome;

  @ApiProperty({ enum: outcomes })
  after!: Outcome;

  @ApiProperty({ description: 'Why, in words' })
  reason!: string;
}

class ReplayCountAnswer implements ReplayCount {
  @ApiProperty({ enum: outcomes })
  from!: Outcome;

  @ApiProperty({ enum: outcomes })
  to!: Outcome;

  @ApiProperty({ type: 'integer' })
  count!: number;
}

export class ReplayedAnswer implements ReplayAnswer {
  @ApiProperty()
  dryRun!: boolean;

  @ApiProperty({ type: 'integer', description: 'How many messages were looked at, 1,000 at most' })
  examined!: number;

  @ApiProperty({ type: 'integer', description: 'How many of them have another outcome by it' })
  changed!: number;

  @ApiProperty({ type: [ReplayCountAnswer], description: 'One for each way from outcome to outcome' })
  counts!: ReplayCountAnswer[];

  @ApiProperty({
    type: [ReplayedMessageAnswer],
    description: 'The first hundred, those that change before those that stay',
  })
  places!: ReplayedMessageAnswer[];

  @ApiProperty({ description: 'There may be more of them: ask again with `next` as `after`' })
  more!: boolean;

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

export class ActorAnswer implements Actor {
  @ApiProperty({ enum: actorKinds })
  kind!: Actor['kind'];

  @ApiProperty({ description: 'A user’s id, or the name of what acts by itself' })
  id!: string;
}

class ReplayViewAnswer implements ReplayView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  at!: Date;

  @ApiProperty()
  actor!: ActorAnswer;

  @ApiProperty({ enum: outcomes })
  before!: Outcome;

  @ApiProperty({ enum: outcomes })
  after!: Outcome;

  @ApiProperty({ description: 'Why, in words' })
  reason!: string;
}

export class MessageStoryAnswer extends MessageAnswer implements MessageStory {
  @ApiProperty({
    type: PaymentAnswer,
    nullable: true,
    description: 'The payment under its id, which another message may have brought',
  })
  payment!: PaymentAnswer | null;

  @ApiProperty({ type: [AttemptAnswer] })
  attempts!: AttemptAnswer[];

  @ApiProperty({ type: [ErrorReportAnswer] })
  errorReports!: ErrorReportAnswer[];

  @ApiProperty({ type: [ReplayViewAnswer], description: 'The latest hundred, the first one first' })
  replays!: ReplayViewAnswer[];
}
