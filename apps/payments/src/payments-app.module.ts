/** What the payments process does: takes messages, asks the gateway, takes up what was parked, follows the transfers. */
import { Module } from '@nestjs/common';
import { AuditModule } from '@plaza/audit';
import { MessagingModule } from '@plaza/messaging';
import { PaymentsModule } from '@plaza/payments';
import { TransfersModule } from '@plaza/transfers';
import { AskGatewayJob } from './ask-gateway.job';
import { AskRefundsJob } from './ask-refunds.job';
import { LookForForgottenJob } from './look-for-forgotten.job';
import { PaymentMessagesConsumer } from './payment-messages.consumer';
import { TakeUpParkedJob } from './take-up-parked.job';
import { TransfersDaemon } from './transfers.daemon';

@Module({
  imports: [AuditModule, MessagingModule, PaymentsModule, TransfersModule],
  controllers: [PaymentMessagesConsumer],
  providers: [AskGatewayJob, AskRefundsJob, LookForForgottenJob, TakeUpParkedJob, TransfersDaemon],
})
export class PaymentsAppModule {}
