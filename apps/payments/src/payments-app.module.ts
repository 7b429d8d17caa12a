/** What the payments process does: takes messages, asks the gateway, takes up what was parked, follows the transfers. */
import { Module } from '@nestjs/common';
import { MessagingModule } from '@plaza/messaging';
import { PaymentsModule } from '@plaza/payments';
import { TransfersModule } from '@plaza/transfers';
import { AskGatewayJob } from './ask-gateway.job';
import { PaymentMessagesConsumer } from './payment-messages.consumer';
import { TakeUpParkedJob } from './take-up-parked.job';
import { TransfersDaemon } from './transfers.daemon';

@Module({
  imports: [MessagingModule, PaymentsModule, TransfersModule],
  controllers: [PaymentMessagesConsumer],
  providers: [AskGatewayJob, TakeUpParkedJob, TransfersDaemon],
})
export class PaymentsAppModule {}
