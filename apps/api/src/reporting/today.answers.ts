/** How the shop stands, field by field. */
import { ApiProperty } from '@nestjs/swagger';
import { waitingStatuses, type WaitingOrders, type WaitingStatus } from '@plaza/orders';
import { shownStatuses, type OutcomeFigures, type ShownStatus } from '@plaza/payments';
import type { AttentionView, SalesToday, TodayView } from '@plaza/reporting';
import { TallyAnswer } from '../payments/payments.answers';

class SalesTodayAnswer implements SalesToday {
  @ApiProperty({ type: String, nullable: true, description: 'Null for purchases without a price' })
  currency!: string | null;

  @ApiProperty({ type: 'integer' })
  purchases!: number;

  @ApiProperty({ type: 'integer', description: 'Minor units' })
  revenue!: number;
}

class WaitingOrdersAnswer implements WaitingOrders {
  @ApiProperty({ type: String, enum: waitingStatuses })
  status!: WaitingStatus;

  @ApiProperty({ type: 'integer', description: 'Counted up to 1,000' })
  orders!: number;
}

class PaymentsTodayAnswer implements OutcomeFigures {
  @ApiProperty({ type: String, enum: shownStatuses })
  status!: ShownStatus;

  @ApiProperty({ type: String, nullable: true, description: 'Null for payments whose message names none' })
  currency!: string | null;

  @ApiProperty({ type: 'integer' })
  payments!: number;

  @ApiProperty({ type: 'integer', description: 'Minor units' })
  amount!: number;
}

class RunningOutAnswer {
  @ApiProperty({ format: 'uuid' })
  productId!: string;

  @ApiProperty()
  product!: string;

  @ApiProperty({ format: 'uuid' })
  branchId!: string;

  @ApiProperty()
  branch!: string;

  @ApiProperty({ type: 'integer' })
  available!: number;

  @ApiProperty({ type: 'integer', description: 'Pieces sold in the last seven days' })
  sold!: number;

  @ApiProperty({ type: 'integer', description: 'Movements of stock that these are a sum of' })
  movements!: number;

  @ApiProperty({ type: 'number', description: 'For how many days that is enough at this pace' })
  daysLeft!: number;
}

class RunningOutListAnswer {
  @ApiProperty({ type: 'integer' })
  all!: number;

  @ApiProperty({ type: [RunningOutAnswer], description: 'Those that run out first' })
  first!: RunningOutAnswer[];
}

class AttentionAnswer implements AttentionView {
  @ApiProperty({ type: 'integer', description: 'Of the payment stream, not acknowledged' })
  alarms!: number;

  @ApiProperty({ type: 'integer', description: 'Payments of which nobody has decided yet' })
  reviews!: number;

  @ApiProperty({ type: 'integer', description: 'Error reports that the error log has refused' })
  refusedReports!: number;

  @ApiProperty({ type: 'integer', description: 'Open drifts between contexts' })
  drifts!: number;

  @ApiProperty({ type: 'integer', description: 'Events that a consumer could not take, not sent again yet' })
  deadLetters!: number;

  @ApiProperty({ type: RunningOutListAnswer, description: 'As of five minutes ago at the most' })
  runningOut!: RunningOutListAnswer;
}

export class TodayAnswer implements TodayView {
  @ApiProperty({ format: 'date-time', description: 'Midnight, in the zone of reports' })
  since!: Date;

  @ApiProperty({ type: [SalesTodayAnswer], description: 'Purchases since then, by currency' })
  sales!: SalesTodayAnswer[];

  @ApiProperty({ type: [WaitingOrdersAnswer] })
  waiting!: WaitingOrdersAnswer[];

  @ApiProperty({ type: [PaymentsTodayAnswer], description: 'Payments received since then' })
  payments!: PaymentsTodayAnswer[];

  @ApiProperty({ type: [TallyAnswer], description: 'Of all messages, whenever they were received' })
  census!: TallyAnswer[];

  @ApiProperty({
    type: 'integer',
    description: 'What members of all programmes have in points, at this moment',
  })
  pointsOutstanding!: number;

  @ApiProperty({ type: AttentionAnswer })
  attention!: AttentionAnswer;
}
