/** What payments answer, for the published description. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  failureKinds,
  outcomes,
  paymentTypes,
  reportStatuses,
  shownStatuses,
  type AttemptView,
  type CensusEntry,
  type ErrorReportView,
  type MessageView,
  type Outcome,
  type PaymentType,
  type PaymentView,
  type ReportStatus,
  type RequestedPayment,
  type ShownStatus,
  type TallyEntry,
} from '@plaza/payments';

const nullable = { nullable: true } as const;

export class RequestedPaymentAnswer implements RequestedPayment {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: shownStatuses })
  status!: ShownStatus;
}

export class PaymentAnswer implements PaymentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: shownStatuses })
  status!: ShownStatus;

  @ApiProperty({ enum: paymentTypes })
  type!: PaymentType;

  @ApiProperty({ type: 'integer' })
  accountId!: number;

  @ApiProperty({ type: 'integer', description: 'Minor units' })
  amount!: number;

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'Null for payments of the stream that paid no order and whose message names none',
  })
  currency!: string | null;

  @ApiProperty({ type: String, format: 'uuid', ...nullable })
  orderId!: string | null;

  @ApiProperty({ type: String, ...nullable })
  cardLast4!: string | null;

  @ApiProperty({ type: 'integer', description: 'How often the gateway was asked' })
  attempts!: number;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: Date, ...nullable })
  capturedAt!: Date | null;

  @ApiProperty({ type: Date, ...nullable })
  settledAt!: Date | null;

  @ApiProperty({ type: Date, ...nullable, description: 'When the gateway is asked again at the earliest' })
  nextAttemptAt!: Date | null;

  @ApiProperty({ type: 'integer', description: 'What was given back of it, or is about to be' })
  givenBack!: number;
}

export class PaymentPageAnswer {
  @ApiProperty({ type: [PaymentAnswer] })
  items!: PaymentAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

export class AttemptAnswer implements AttemptView {
  @ApiProperty({ type: 'integer', minimum: 1 })
  number!: number;

  @ApiProperty()
  askedAt!: Date;

  @ApiProperty({ type: 'integer', ...nullable })
  tookMs!: number | null;

  @ApiProperty({ enum: ['approved', 'refused', 'unknown'] })
  outcome!: AttemptView['outcome'];

  @ApiProperty({ type: 'integer', ...nullable })
  httpStatus!: number | null;

  @ApiProperty({ type: String, ...nullable, description: 'What was answered, or what went wrong' })
  answer!: string | null;

  @ApiProperty({ description: 'What it came to, in words' })
  reason!: string;
}

export class AttemptPageAnswer {
  @ApiProperty({ type: [AttemptAnswer] })
  items!: AttemptAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;
}

class MissingOffsets {
  @ApiProperty({ type: 'integer' })
  from!: number;

  @ApiProperty({ type: 'integer' })
  to!: number;
}

export class TallyAnswer implements TallyEntry {
  @ApiProperty()
  topic!: string;

  @ApiProperty({ type: 'integer' })
  partition!: number;

  @ApiProperty({ type: 'integer', description: 'The sum of all outcomes' })
  received!: number;

  @ApiProperty({ type: 'integer' })
  stored!: number;

  @ApiProperty({ type: 'integer' })
  duplicate!: number;

  @ApiProperty({ type: 'integer' })
  conflicting!: number;

  @ApiProperty({ type: 'integer' })
  declined!: number;

  @ApiProperty({ type: 'integer' })
  rejected!: number;

  @ApiProperty({ type: 'integer' })
  parked!: number;

  @ApiProperty({ type: 'integer' })
  open!: number;

  @ApiProperty({ type: 'integer' })
  review!: number;

  @ApiProperty({ type: 'integer' })
  firstOffset!: number;

  @ApiProperty({ type: 'integer' })
  lastOffset!: number;

  @ApiProperty({
    type: 'integer',
    description: 'How many offsets between the first and the last are missing',
  })
  gaps!: number;
}

export class CensusAnswer extends TallyAnswer implements CensusEntry {
  @ApiProperty({ type: [MissingOffsets], description: 'Where, the first hundred stretches' })
  missing!: MissingOffsets[];
}

export class MessageAnswer implements MessageView {
  @ApiProperty()
  topic!: string;

  @ApiProperty({ type: 'integer' })
  partition!: number;

  @ApiProperty({ type: 'integer' })
  offset!: number;

  @ApiProperty({ enum: outcomes })
  outcome!: Outcome;

  @ApiProperty({ type: String, ...nullable })
  reasonCode!: string | null;

  @ApiProperty({ type: String, ...nullable })
  reason!: string | null;

  @ApiProperty({ type: String, format: 'uuid', ...nullable })
  paymentId!: string | null;

  @ApiProperty()
  receivedAt!: Date;

  @ApiProperty()
  producedAt!: Date;
}

export class MessagePageAnswer {
  @ApiProperty({ type: [MessageAnswer] })
  items!: MessageAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

export class ErrorReportAnswer implements ErrorReportView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', ...nullable })
  paymentId!: string | null;

  @ApiProperty({ enum: failureKinds })
  kind!: ErrorReportView['kind'];

  @ApiProperty({ enum: ['database', 'network', 'other'] })
  errorType!: ErrorReportView['errorType'];

  @ApiProperty()
  description!: string;

  @ApiProperty({ enum: reportStatuses })
  status!: ReportStatus;

  @ApiProperty({ type: 'integer' })
  attempts!: number;

  @ApiProperty({ type: String, ...nullable })
  lastFailure!: string | null;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ type: Date, ...nullable })
  deliveredAt!: Date | null;
}

export class ErrorReportPageAnswer {
  @ApiProperty({ type: [ErrorReportAnswer] })
  items!: ErrorReportAnswer[];

  @ApiProperty({ type: String, ...nullable })
  next!: string | null;

  @ApiPropertyOptional({ type: 'integer', description: 'With `total=true`' })
  total?: number;
}

export class FedAnswer {
  @ApiProperty({ enum: paymentTypes })
  topic!: PaymentType;

  @ApiProperty({ type: 'integer' })
  partition!: number;

  @ApiProperty({ type: 'integer' })
  firstOffset!: number;

  @ApiProperty({ type: 'integer' })
  lastOffset!: number;

  @ApiProperty({ type: 'integer' })
  count!: number;
}
