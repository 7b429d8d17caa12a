/** The REST face of payments. */
import { Module } from '@nestjs/common';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { FeedController } from './feed.controller';
import { PayOrder } from './pay-order';
import { PaymentsController } from './payments.controller';

@Module({
  imports: [OrdersModule, PaymentsModule],
  controllers: [FeedController, PaymentsController],
  providers: [PayOrder],
})
export class PaymentsHttpModule {}
