/**
 * Brings rows of the legacy shop in, some at a time, each table through the context that it belongs to. It remembers what purchases
 * name: products and branches, which are few; of customers and of what was seen, a bit each.
 */
import type { INestApplicationContext } from '@nestjs/common';
import { CatalogImports, type CatalogImport } from '@plaza/catalog';
import { CustomerImports } from '@plaza/identity';
import { LegacyOrdersService, type LegacyPurchase } from '@plaza/orders';
import { PlazaError } from '@plaza/platform';
import { customerAccount } from './customer-account';
import { IdSet } from './id-set';
import {
  distinctParts,
  knownAccount,
  type ImportOptions,
  type RefusedRow,
  type RowAccount,
} from './importer';
import {
  readBranch,
  readCustomer,
  readProduct,
  readPurchase,
  type LegacyRow,
  type ReadPurchase,
  type Refusal,
  type LegacyTable,
} from './legacy-rows';

/** Products and branches are kept in memory; a shop with more is another kind of shop. */
const namedMax = 1_000_000;
const category = { name: 'Legacy goods', slug: 'legacy-goods' };

type Product = NonNullable<LegacyPurchase['product']>;

export class LegacyBringing {
  private readonly catalog: CatalogImports;
  private readonly customers: CustomerImports;
  private readonly orders: LegacyOrdersService;
  private readonly products = new Map<number, Product>();
  private readonly branches = new Map<number, string>();
  /** In a dry run none of them is there. */
  private readonly customersSeen = new IdSet();
  private readonly seen = new Map<LegacyTable, IdSet>();
  private categoryId: string | undefined;
  /** When the purchase before was. */
  private before: Date | undefined;

  constructor(
    app: INestApplicationContext,
    private readonly options: ImportOptions,
  ) {
    this.catalog = app.get(CatalogImports);
    this.customers = app.get(CustomerImports);
    this.orders = app.get(LegacyOrdersService);
  }

  /** @returns what became of each, in this order */
  async bring(rows: readonly (LegacyRow | RefusedRow)[]): Promise<RowAccount[]> {
    const accounts = new Map<LegacyRow | RefusedRow, RowAccount>();
    const fresh: Record<LegacyTable, LegacyRow[]> = {
      clientes: [],
      productos: [],
      sedes: [],
      compras: [],
      log: [],
    };
    for (const row of rows) {
      if ('refusal' in row) accounts.set(row, refused(row, row.refusal));
      else if (this.isSeen(row)) accounts.set(row, refused(row, 'This id stands in the file before'));
      else fresh[row.table].push(row);
    }
    const tell = (brought: readonly (readonly [LegacyRow, RowAccount])[]) => {
      for (const [row, account] of brought) accounts.set(row, account);
    };
    tell(await this.bringCustomers(fresh.clientes));
    tell(await this.bringProducts(fresh.productos));
    tell(await this.bringBranches(fresh.sedes));
    tell(await this.bringPurchases(fresh.compras));
    tell(
      fresh.log.map(
        (row) => [row, refused(row, 'It is a line of a log, which Plaza does not take')] as const,
      ),
    );
    return rows.flatMap((row) => accounts.get(row) ?? []);
  }

  private isSeen({ table, id }: LegacyRow): boolean {
    const ids = this.seen.get(table) ?? new IdSet();
    this.seen.set(table, ids);
    return !ids.add(id);
  }

  private async bringCustomers(rows: readonly LegacyRow[]) {
    const read = rows.map((row) => ({ row, given: readCustomer(row) }));
    const brought: (readonly [LegacyRow, RowAccount])[] = [];
    for (const part of distinctParts(read, ({ given }) => given.documentNumber)) {
      const outcomes = await this.customers.bring(
        part.map(({ given }) => given),
        this.options,
      );
      for (const [at, { row }] of part.entries()) {
        const account = customerAccount(row, outcomes[at], row.fields.repairs);
        if (account.outcome !== 'refused') this.customersSeen.add(row.id);
        brought.push([row, account]);
      }
    }
    return brought;
  }

  private async bringProducts(rows: readonly LegacyRow[]) {
    if (rows.length === 0) return [];
    const { currency } = this.options;
    this.categoryId ??= await this.catalog.category(category, this.options);
    const categoryId = this.categoryId;
    const read = rows.map((row) => ({ row, given: readProduct(row) }));
    const outcomes = await this.catalog.products(
      read.map(({ given: { listPrice, ...fields } }) => {
        return { ...fields, price: listPrice ?? 0, currency, categoryId, active: false };
      }),
      this.options,
    );
    return read.map(({ row, given: { name, listPrice } }, at) => {
      const { id, outcome } = brought(outcomes[at]);
      remember(this.products, row.id, { id, name, listPrice });
      return [row, knownAccount(row, outcome, row.fields.repairs)] as const;
    });
  }

  private async bringBranches(rows: readonly LegacyRow[]) {
    const outcomes = await this.catalog.branches(rows.map(readBranch), this.options);
    return rows.map((row, at) => {
      const { id, outcome } = brought(outcomes[at]);
      remember(this.branches, row.id, id);
      return [row, knownAccount(row, outcome, row.fields.repairs)] as const;
    });
  }

  private async bringPurchases(rows: readonly LegacyRow[]) {
    const read = rows.map((row) => ({ row, purchase: this.readInOrder(row) }));
    const named = read.flatMap(({ purchase }) => ('refusal' in purchase ? [] : (purchase.customer ?? [])));
    const customers = await this.customers.ofLegacyShop(named);
    const resolved = read.map(({ row, purchase }) => {
      return { row, purchase: 'refusal' in purchase ? purchase : this.resolved(purchase, customers) };
    });
    const outcomes = await this.orders.bring(
      resolved.flatMap(({ purchase }) => ('refusal' in purchase ? [] : [purchase])),
      this.options,
    );
    const byId = new Map(outcomes.map(({ legacyId, outcome }) => [legacyId, outcome]));
    return resolved.map(({ row, purchase }) => {
      const account =
        'refusal' in purchase
          ? refused(row, purchase.refusal)
          : knownAccount(row, byId.get(row.id), row.fields.repairs);
      return [row, account] as const;
    });
  }

  private readInOrder(row: LegacyRow): ReadPurchase | Refusal {
    const purchase = readPurchase(row, this.before);
    if (!('refusal' in purchase)) this.before = purchase.boughtAt;
    return purchase;
  }

  /** What names something that is not there is refused: with the whole dump it can be taken as it is. */
  private resolved(
    { customer, product, branch, ...purchase }: ReadPurchase,
    customers: ReadonlyMap<number, string>,
  ): LegacyPurchase | Refusal {
    const isCustomer = (id: number) => this.customersSeen.has(id) || customers.has(id);
    if (customer !== null && !isCustomer(customer)) return missing('id_cliente', customer);
    if (product !== null && !this.products.has(product)) return missing('id_producto', product);
    if (branch !== null && !this.branches.has(branch)) return missing('id_sede', branch);
    return {
      ...purchase,
      currency: this.options.currency,
      customerId: customers.get(customer ?? 0) ?? null,
      product: this.products.get(product ?? 0) ?? null,
      branchId: this.branches.get(branch ?? 0) ?? null,
    };
  }
}

function missing(column: string, id: number): Refusal {
  return { refusal: `${column} ${String(id)} is not there` };
}

function refused({ line, key }: LegacyRow | RefusedRow, why: string): RowAccount {
  return { line, key, outcome: 'refused', words: [why] };
}

function brought(one: CatalogImport | undefined): CatalogImport {
  if (!one) throw new Error('Nothing was said of a row');
  return one;
}

/** @throws PlazaError `cli.too-many-names` */
function remember<Named>(all: Map<number, Named>, id: number, named: Named): void {
  if (all.size >= namedMax) {
    throw new PlazaError(
      'invalid',
      'cli.too-many-names',
      `There are more than ${String(namedMax)} products or branches`,
    );
  }
  all.set(id, named);
}
