/** The REST face of reports. */
import { Module } from '@nestjs/common';
import { CatalogModule } from '@plaza/catalog';
import { LoyaltyModule } from '@plaza/loyalty';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { ReportingModule } from '@plaza/reporting';
import { EventStreamModule } from '../http/event-stream';
import { CorrectDrift } from './correct-drift';
import { CorrectPoints } from './correct-points';
import { CorrectShop } from './correct-shop';
import { ReconciliationController } from './reconciliation.controller';
import { ReportAnswers } from './report-answers';
import { RecipientsController } from './recipients.controller';
import { ReportsController } from './reports.controller';
import { TodayEvents } from './today-events';
import { TodayController } from './today.controller';

@Module({
  imports: [CatalogModule, LoyaltyModule, OrdersModule, PaymentsModule, ReportingModule, EventStreamModule],
  controllers: [ReportsController, RecipientsController, ReconciliationController, TodayController],
  providers: [ReportAnswers, CorrectDrift, CorrectPoints, CorrectShop, TodayEvents],
})
export class ReportingHttpModule {}
