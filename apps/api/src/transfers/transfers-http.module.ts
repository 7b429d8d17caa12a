/** The REST face of transfers. */
import { Module } from '@nestjs/common';
import { TransfersModule } from '@plaza/transfers';
import { SubscriptionsController } from './subscriptions.controller';
import { TransfersController } from './transfers.controller';

@Module({
  imports: [TransfersModule],
  controllers: [SubscriptionsController, TransfersController],
})
export class TransfersHttpModule {}
