/** The REST face of payments. */
import { Module } from '@nestjs/common';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { FeedController } from './feed.controller';
import { PayOrder } from './pay-order';
import { PaymentsController } from './payments.controller';
import { ReplayController } from './replay.controller';

@Module({
  imports: [OrdersModule, PaymentsModule],
  controllers: [FeedController, PaymentsController, ReplayController],
  providers: [PayOrder],
})
export class PaymentsHttpModule {}
