/** The demo data as a module, for the command and for the process that runs everything at once. */
import { Module, type INestApplicationContext } from '@nestjs/common';
import { CatalogModule } from '@plaza/catalog';
import { IdentityModule } from '@plaza/identity';
import { LoyaltyModule } from '@plaza/loyalty';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { newId, requestContext } from '@plaza/platform';
import { ReportingModule } from '@plaza/reporting';
import { DemoData } from './demo-data';
import { DemoPeople, type FeedCredentials } from './demo-people';
import { DemoProgramme } from './demo-programme';
import { DemoReport } from './demo-report';
import { DemoSales } from './demo-sales';
import { DemoShop } from './demo-shop';

@Module({
  imports: [IdentityModule, CatalogModule, OrdersModule, PaymentsModule, LoyaltyModule, ReportingModule],
  providers: [DemoData, DemoShop, DemoPeople, DemoProgramme, DemoReport, DemoSales],
})
export class DemoModule {}

/** Loads whatever of the demo data is not there yet, and sees to it that `feed` may deliver payment messages. */
export function loadDemo(
  app: INestApplicationContext,
  feed: FeedCredentials,
  say: (line: string) => void,
): Promise<void> {
  const context = { correlationId: newId(), actor: { kind: 'system', id: 'plaza demo' } as const };
  return requestContext.run(context, () => app.get(DemoData).load(feed, say));
}
