/** Everything that happens without a client waiting for it: one consumer per reacting context, one job per recurring duty. */
import { Module } from '@nestjs/common';
import { CatalogModule } from '@plaza/catalog';
import { IdentityUpkeepModule } from '@plaza/identity';
import { MessagingModule } from '@plaza/messaging';
import { NotificationsModule } from '@plaza/notifications';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { TransfersModule } from '@plaza/transfers';
import { CatalogConsumer } from './consumers/catalog.consumer';
import { NotificationsConsumer } from './consumers/notifications.consumer';
import { OrdersConsumer } from './consumers/orders.consumer';
import { PaymentsConsumer } from './consumers/payments.consumer';
import { ConfirmOrdersJob } from './jobs/confirm-orders.job';
import { ExpireOrdersJob } from './jobs/expire-orders.job';
import { ForgetIdempotencyKeysJob } from './jobs/forget-idempotency-keys.job';
import { ForgetLoginAttemptsJob } from './jobs/forget-login-attempts.job';
import { ForgetPastSessionsJob } from './jobs/forget-past-sessions.job';
import { PromoteWaitingJob } from './jobs/promote-waiting.job';
import { RelayOutboxJob } from './jobs/relay-outbox.job';
import { ReleaseExpiredHoldsJob } from './jobs/release-expired-holds.job';
import { ReportErrorsJob } from './jobs/report-errors.job';
import { SendMailJob } from './jobs/send-mail.job';

@Module({
  imports: [
    MessagingModule,
    IdentityUpkeepModule,
    CatalogModule,
    OrdersModule,
    PaymentsModule,
    NotificationsModule,
    TransfersModule,
  ],
  controllers: [CatalogConsumer, NotificationsConsumer, OrdersConsumer, PaymentsConsumer],
  providers: [
    RelayOutboxJob,
    ConfirmOrdersJob,
    ExpireOrdersJob,
    ReleaseExpiredHoldsJob,
    PromoteWaitingJob,
    ReportErrorsJob,
    SendMailJob,
    ForgetIdempotencyKeysJob,
    ForgetPastSessionsJob,
    ForgetLoginAttemptsJob,
  ],
})
export class WorkerModule {}
