/** Wires reports. They ask every other context by its queries, and no context asks for them. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@plaza/audit';
import { CatalogModule } from '@plaza/catalog';
import { IdentityModule } from '@plaza/identity';
import { LoyaltyModule } from '@plaza/loyalty';
import { MessagingModule } from '@plaza/messaging';
import { NotificationsModule } from '@plaza/notifications';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { Drifts } from './reconciling/drifts';
import { Nights } from './reconciling/nights';
import { PointsReconciliation } from './reconciling/points-reconciliation.service';
import { Reconciliation } from './reconciling/reconciliation.service';
import { Recipient } from './recipients/recipient.entity';
import { RecipientsQueries } from './recipients/recipients.queries';
import { Recipients } from './recipients/recipients.service';
import { DeliveriesQueries } from './sending/deliveries.queries';
import { Deliveries } from './sending/deliveries.service';
import { Dispatches } from './sending/dispatches';
import { Editions } from './sending/editions';
import { ReportSending } from './sending/sending.service';
import { PaymentsSection } from './taking/payments.section';
import { PointsSection } from './taking/points.section';
import { ReportTaking } from './taking/report-taking.service';
import { SalesSection } from './taking/sales.section';
import { ShopSection } from './taking/shop.section';
import { Attention } from './today/attention';
import { MoneyToday } from './today/money-today';
import { Today } from './today/today';
import { WeeklyReports } from './weekly-reports';

const face = [
  ...[DeliveriesQueries, Recipients, RecipientsQueries, ReportSending, ReportTaking, WeeklyReports],
  ...[Drifts, Nights, Reconciliation],
  Today,
];

@Module({
  imports: [
    AuditModule,
    CatalogModule,
    IdentityModule,
    LoyaltyModule,
    MessagingModule,
    NotificationsModule,
    OrdersModule,
    PaymentsModule,
    TypeOrmModule.forFeature([Recipient]),
  ],
  providers: [
    ...face,
    Attention,
    Deliveries,
    Dispatches,
    Editions,
    MoneyToday,
    PaymentsSection,
    PointsReconciliation,
    PointsSection,
    SalesSection,
    ShopSection,
  ],
  exports: face,
})
export class ReportingModule {}
