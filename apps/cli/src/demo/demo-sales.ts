/** What was sold before, as the purchases of a shop that was there before Plaza: no stock moves and nothing is announced. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@plaza/catalog';
import { UsersQueries } from '@plaza/identity';
import { LegacyOrdersService } from '@plaza/orders';
import { Clock } from '@plaza/platform';
import { demoBranches, demoCurrency } from './catalogue';
import { demoSales } from './sales';

@Injectable()
export class DemoSales {
  constructor(
    private readonly orders: LegacyOrdersService,
    private readonly catalog: CatalogQueries,
    private readonly users: UsersQueries,
    private readonly clock: Clock,
  ) {}

  /** Brings in what is not there yet. */
  async load(): Promise<void> {
    const sales = demoSales(this.clock.now());
    const products = await this.catalog.productsBySku(sales.map(({ sku }) => sku));
    const branches = await this.idsOf(
      demoBranches.map(({ code }) => code),
      (code) => this.catalog.branchNamed(code),
    );
    const customers = await this.idsOf(
      sales.flatMap(({ documentNumber }) => documentNumber ?? []),
      (document) => this.users.byDocument(document),
    );
    await this.orders.bring(
      sales.map(({ number, soldAt, branchCode, sku, documentNumber }) => ({
        legacyId: number,
        boughtAt: soldAt,
        branchId: branches.get(branchCode) ?? null,
        customerId: documentNumber === null ? null : (customers.get(documentNumber) ?? null),
        product: products.get(sku) ?? null,
        charged: null,
        currency: demoCurrency,
        description: null,
      })),
    );
  }

  private async idsOf(
    names: readonly string[],
    find: (name: string) => Promise<{ id: string } | undefined>,
  ): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const name of new Set(names)) {
      const found = await find(name);
      if (found) ids.set(name, found.id);
    }
    return ids;
  }
}
