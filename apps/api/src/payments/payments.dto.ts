/** What payments are told and asked, field by field. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  outcomes,
  paymentTypes,
  reportStatuses,
  shownStatuses,
  type ErrorReportFilter,
  type MessageFilter,
  type Outcome,
  type PaymentFilter,
  type PaymentType,
  type ReportStatus,
  type ShownStatus,
} from '@plaza/payments';
import { IsIn, Matches } from 'class-validator';
import { IdField, IfGiven, InstantField, NumberQuery, staffListBy } from '../http/fields';

export const accountIdMax = 2_147_483_647;

export class PayDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client: sending it again is safe' })
  @IfGiven()
  @IdField()
  id?: string;

  @ApiProperty({ format: 'uuid' })
  @IdField()
  orderId!: string;

  @ApiProperty({ writeOnly: true, description: 'The card number: 12 to 19 digits' })
  @Matches(/^\d{12,19}$/, { message: 'creditCard must be 12 to 19 digits' })
  creditCard!: string;
}

export class PaymentListQuery extends staffListBy('createdAt') implements PaymentFilter {
  @ApiPropertyOptional({ enum: shownStatuses })
  @IfGiven()
  @IsIn(shownStatuses)
  status?: ShownStatus;

  @ApiPropertyOptional({ enum: paymentTypes })
  @IfGiven()
  @IsIn(paymentTypes)
  type?: PaymentType;

  @ApiPropertyOptional({ type: 'integer', minimum: 1 })
  @IfGiven()
  @NumberQuery(1, accountIdMax)
  account?: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'Received at this instant or later' })
  @IfGiven()
  @InstantField()
  from?: Date;

  @ApiPropertyOptional({ format: 'date-time', description: 'Received before this instant' })
  @IfGiven()
  @InstantField()
  to?: Date;
}

export class MessageListQuery extends staffListBy('offset') implements MessageFilter {
  @ApiPropertyOptional({ enum: outcomes })
  @IfGiven()
  @IsIn(outcomes)
  outcome?: Outcome;

  @ApiPropertyOptional({ enum: paymentTypes })
  @IfGiven()
  @IsIn(paymentTypes)
  topic?: PaymentType;
}

export class ErrorReportListQuery extends staffListBy('createdAt') implements ErrorReportFilter {
  @ApiPropertyOptional({ enum: reportStatuses })
  @IfGiven()
  @IsIn(reportStatuses)
  status?: ReportStatus;
}

export class FeedQuery {
  @ApiProperty({ enum: paymentTypes })
  @IsIn(paymentTypes)
  topic!: PaymentType;
}
