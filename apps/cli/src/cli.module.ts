/** All contexts, for the commands. */
import { Module } from '@nestjs/common';
import { AuditModule } from '@plaza/audit';
import { CatalogModule } from '@plaza/catalog';
import { IdentityModule } from '@plaza/identity';
import { LoyaltyModule } from '@plaza/loyalty';
import { MessagingModule } from '@plaza/messaging';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { ReportingModule } from '@plaza/reporting';
import { TransfersModule } from '@plaza/transfers';
import { DemoModule } from './demo/demo.module';

@Module({
  imports: [
    AuditModule,
    MessagingModule,
    IdentityModule,
    CatalogModule,
    OrdersModule,
    PaymentsModule,
    LoyaltyModule,
    ReportingModule,
    TransfersModule,
    DemoModule,
  ],
})
export class CliModule {}
