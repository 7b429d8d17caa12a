/** What the payments process does: takes messages, asks the gateway about payments and refunds, takes up what was parked. */
import { Module } from '@nestjs/common';
import { AuditModule } from '@plaza/audit';
import { MessagingModule } from '@plaza/messaging';
import { PaymentsModule } from '@plaza/payments';
import { AskGatewayJob } from './ask-gateway.job';
import { AskRefundsJob } from './ask-refunds.job';
import { PaymentMessagesConsumer } from './payment-messages.consumer';
import { TakeUpParkedJob } from './take-up-parked.job';

@Module({
  imports: [AuditModule, MessagingModule, PaymentsModule],
  controllers: [PaymentMessagesConsumer],
  providers: [AskGatewayJob, AskRefundsJob, TakeUpParkedJob],
})
export class PaymentsAppModule {}
