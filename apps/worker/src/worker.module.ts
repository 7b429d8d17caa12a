/** Everything that happens without a client waiting for it: one consumer per reacting context, one job per recurring duty. */
import { Module } from '@nestjs/common';
import { AuditModule } from '@plaza/audit';
import { CatalogModule } from '@plaza/catalog';
import { IdentityUpkeepModule } from '@plaza/identity';
import { LoyaltyModule } from '@plaza/loyalty';
import { MessagingModule } from '@plaza/messaging';
import { NotificationsModule } from '@plaza/notifications';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { ReportingModule } from '@plaza/reporting';
import { TransfersModule } from '@plaza/transfers';
import { CatalogConsumer } from './consumers/catalog.consumer';
import { LoyaltyConsumer } from './consumers/loyalty.consumer';
import { NotificationsConsumer } from './consumers/notifications.consumer';
import { OrdersConsumer } from './consumers/orders.consumer';
import { PaymentsConsumer } from './consumers/payments.consumer';
import { ConfirmOrdersJob } from './jobs/confirm-orders.job';
import { DeliverWebhooksJob } from './jobs/deliver-webhooks.job';
import { ExpireOrdersJob } from './jobs/expire-orders.job';
import { FoldTalliesJob } from './jobs/fold-tallies.job';
import { FollowProgrammesJob } from './jobs/follow-programmes.job';
import { ForgetIdempotencyKeysJob } from './jobs/forget-idempotency-keys.job';
import { ForgetLoginAttemptsJob } from './jobs/forget-login-attempts.job';
import { ForgetPastSessionsJob } from './jobs/forget-past-sessions.job';
import { ForgetSandboxesJob } from './jobs/forget-sandboxes.job';
import { KeepAuditMonthsJob } from './jobs/keep-audit-months.job';
import { KeepTiersJob } from './jobs/keep-tiers.job';
import { PromoteWaitingJob } from './jobs/promote-waiting.job';
import { RelayOutboxJob } from './jobs/relay-outbox.job';
import { ReconcileJob } from './jobs/reconcile.job';
import { ReleaseExpiredHoldsJob } from './jobs/release-expired-holds.job';
import { ReportErrorsJob } from './jobs/report-errors.job';
import { SettlePointsJob } from './jobs/settle-points.job';
import { SealAuditJob } from './jobs/seal-audit.job';
import { SendMailJob } from './jobs/send-mail.job';
import { WriteTotalsJob } from './jobs/write-totals.job';
import { TellExpiringJob } from './jobs/tell-expiring.job';
import { SendReportJob } from './jobs/send-report.job';

@Module({
  imports: [
    AuditModule,
    MessagingModule,
    IdentityUpkeepModule,
    CatalogModule,
    OrdersModule,
    PaymentsModule,
    LoyaltyModule,
    NotificationsModule,
    TransfersModule,
    ReportingModule,
  ],
  controllers: [CatalogConsumer, LoyaltyConsumer, NotificationsConsumer, OrdersConsumer, PaymentsConsumer],
  providers: [
    RelayOutboxJob,
    ConfirmOrdersJob,
    ExpireOrdersJob,
    ReleaseExpiredHoldsJob,
    PromoteWaitingJob,
    ReportErrorsJob,
    FoldTalliesJob,
    SettlePointsJob,
    KeepTiersJob,
    TellExpiringJob,
    FollowProgrammesJob,
    DeliverWebhooksJob,
    WriteTotalsJob,
    SendMailJob,
    SendReportJob,
    ReconcileJob,
    ForgetIdempotencyKeysJob,
    ForgetPastSessionsJob,
    ForgetLoginAttemptsJob,
    ForgetSandboxesJob,
    SealAuditJob,
    KeepAuditMonthsJob,
  ],
})
export class WorkerModule {}
