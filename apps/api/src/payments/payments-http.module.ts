/** The REST face of payments. */
import { Module } from '@nestjs/common';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { EventStreamModule } from '../http/event-stream';
import { AccountsController } from './accounts.controller';
import { AlarmsController } from './alarms.controller';
import { FeedController } from './feed.controller';
import { PayOrder } from './pay-order';
import { PaidOrders } from './paid-orders';
import { PaymentEvents } from './payment-events';
import { PaymentsController } from './payments.controller';
import { RefundsController } from './refunds.controller';
import { ReplayController } from './replay.controller';
import { ReviewController } from './review.controller';

@Module({
  imports: [OrdersModule, PaymentsModule, EventStreamModule],
  controllers: [
    AccountsController,
    AlarmsController,
    FeedController,
    PaymentsController,
    RefundsController,
    ReplayController,
    ReviewController,
  ],
  providers: [PaidOrders, PayOrder, PaymentEvents],
})
export class PaymentsHttpModule {}
