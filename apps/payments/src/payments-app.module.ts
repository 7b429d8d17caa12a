/** What the payments process does: takes messages, asks the gateway, takes up what was parked. */
import { Module } from '@nestjs/common';
import { AuditModule } from '@plaza/audit';
import { MessagingModule } from '@plaza/messaging';
import { PaymentsModule } from '@plaza/payments';
import { AskGatewayJob } from './ask-gateway.job';
import { PaymentMessagesConsumer } from './payment-messages.consumer';
import { TakeUpParkedJob } from './take-up-parked.job';

@Module({
  imports: [AuditModule, MessagingModule, PaymentsModule],
  controllers: [PaymentMessagesConsumer],
  providers: [AskGatewayJob, TakeUpParkedJob],
})
export class PaymentsAppModule {}
