/** What refunds answer, for the published description. */
import { ApiProperty } from '@nestjs/swagger';
import { refundStatuses, type RefundStatus, type RefundView } from '@plaza/payments';
import { AttemptAnswer } from './payments.answers';
import { ActorAnswer } from './replay.answers';

const nullable = { nullable: true } as const;

export class RefundAnswer implements RefundView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty({ type: 'integer', description: 'Minor units' })
  amount!: number;

  @ApiProperty()
  reason!: string;

  @ApiProperty({
    enum: refundStatuses,
    description:
      '`open` until the gateway has said yes or no; `unanswered` when it was asked so often in vain that staff have to look at it',
  })
  status!: RefundStatus;

  @ApiProperty()
  requestedBy!: ActorAnswer;

  @ApiProperty()
  requestedAt!: Date;

  @ApiProperty({ type: Date, ...nullable })
  settledAt!: Date | null;

  @ApiProperty({ type: Date, ...nullable, description: 'When the gateway is asked again at the earliest' })
  nextAttemptAt!: Date | null;

  @ApiProperty({
    type: [AttemptAnswer],
    description: 'None of what was paid out at the counter',
  })
  attempts!: AttemptAnswer[];
}

export class RefundPageAnswer {
  @ApiProperty({ type: [RefundAnswer] })
  items!: RefundAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;
}
