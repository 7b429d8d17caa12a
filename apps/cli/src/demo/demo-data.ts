/** Fills an empty Plaza with a shop to try things in. Safe to repeat and to interrupt: what is there stays as it is. */
import { Injectable } from '@nestjs/common';
import { AccountsService } from '@plaza/payments';
import { demoProducts } from './catalogue';
import { DemoPeople, type FeedCredentials } from './demo-people';
import { DemoProgramme } from './demo-programme';
import { DemoReport } from './demo-report';
import { DemoSales } from './demo-sales';
import { DemoShop } from './demo-shop';
import { demoAccounts } from './payers';

@Injectable()
export class DemoData {
  constructor(
    private readonly shop: DemoShop,
    private readonly people: DemoPeople,
    private readonly accounts: AccountsService,
    private readonly programme: DemoProgramme,
    private readonly report: DemoReport,
    private readonly sales: DemoSales,
  ) {}

  async load(feed: FeedCredentials, say: (line: string) => void): Promise<void> {
    await this.people.ensureClients(feed);
    if (!(await this.people.areThere())) await this.loadShop(say);
    await this.sales.load();
  }

  private async loadShop(say: (line: string) => void): Promise<void> {
    say(
      `Loading demo data: ${demoAccounts.length} accounts, ${demoProducts.length} products, staff, customers and a loyalty programme`,
    );
    await this.accounts.importAccounts(demoAccounts);
    await this.shop.load();
    await this.programme.load();
    await this.report.load();
    await this.people.load();
  }
}
