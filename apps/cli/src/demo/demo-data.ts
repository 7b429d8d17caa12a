/** Fills an empty Plaza with a shop to try things in. Safe to repeat and to interrupt: what is there stays as it is. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries, ProductsService, StockService, StructureService } from '@plaza/catalog';
import { ClientsService, RegistrationService, UsersQueries, UsersService } from '@plaza/identity';
import { AccountsService } from '@plaza/payments';
import { Database, PlazaError } from '@plaza/platform';
import {
  demoBranches,
  demoCategories,
  demoCurrency,
  demoProducts,
  demoStock,
  type DemoProduct,
} from './catalogue';
import { demoAccounts } from './payers';
import { demoCustomers, demoPartner, demoStaff } from './people';

/** With what the gateway simulator proves itself where it delivers payment messages over HTTP. */
export interface FeedCredentials {
  feedClientId: string;
  feedSecret: string;
}

const listMax = 100;

@Injectable()
export class DemoData {
  constructor(
    private readonly database: Database,
    private readonly shop: DemoShop,
    private readonly people: DemoPeople,
    private readonly accounts: AccountsService,
  ) {}

  async load(feed: FeedCredentials, say: (line: string) => void): Promise<void> {
    await this.people.ensureClients(feed);
    if (await this.people.areThere()) return;
    say(
      `Loading demo data: ${demoAccounts.length} accounts, ${demoProducts.length} products, staff and customers`,
    );
    await this.database.transaction(() => this.accounts.importAccounts(demoAccounts));
    await this.shop.load();
    await this.people.load();
  }
}

@Injectable()
export class DemoShop {
  constructor(
    private readonly database: Database,
    private readonly queries: CatalogQueries,
    private readonly structure: StructureService,
    private readonly products: ProductsService,
    private readonly stock: StockService,
  ) {}

  async load(): Promise<void> {
    const categories = await this.categories();
    const branches = await this.branches();
    for (const product of demoProducts) await existing(() => this.product(product, categories, branches));
  }

  private async categories(): Promise<Map<string, string>> {
    const ids = new Map(
      (await this.queries.categories({ limit: listMax })).items.map(({ slug, id }) => [slug, id]),
    );
    for (const { name, slug, parentSlug } of demoCategories) {
      if (ids.has(slug)) continue;
      const parentId = parentSlug === null ? null : (ids.get(parentSlug) ?? null);
      ids.set(slug, (await this.structure.createCategory({ name, slug, parentId })).id);
    }
    return ids;
  }

  private async branches(): Promise<Map<string, string>> {
    const ids = new Map(
      (await this.queries.branches({ limit: listMax })).items.map(({ code, id }) => [code, id]),
    );
    for (const branch of demoBranches) {
      if (!ids.has(branch.code)) ids.set(branch.code, (await this.structure.openBranch(branch)).id);
    }
    return ids;
  }

  /** The product and its stock are one: an interruption leaves both or neither. */
  private product(
    { categorySlug, ...product }: DemoProduct,
    categories: Map<string, string>,
    branches: Map<string, string>,
  ): Promise<void> {
    return this.database.transaction(async () => {
      const categoryId = categories.get(categorySlug) ?? '';
      const productId = await this.products.create({
        ...product,
        currency: demoCurrency,
        categoryId,
        active: true,
      });
      for (const [code, branchId] of branches) {
        const delta = demoStock(product.sku, code);
        if (delta > 0) await this.stock.adjust({ productId, branchId, delta, reason: 'Opening stock' });
      }
    });
  }
}

@Injectable()
export class DemoPeople {
  constructor(
    private readonly users: UsersService,
    private readonly queries: UsersQueries,
    private readonly registration: RegistrationService,
    private readonly clients: ClientsService,
  ) {}

  async areThere(): Promise<boolean> {
    const last = demoCustomers.at(-1);
    return last !== undefined && (await this.queries.byUsername(last.username)) !== undefined;
  }

  async load(): Promise<void> {
    for (const person of demoStaff)
      await this.users.createStaff({ ...person, email: emailOf(person.username) });
    for (const { username, password, fullName, document } of demoCustomers) {
      const customer = { username, password, fullName, email: emailOf(username), documentNumber: document };
      await existing(() => this.registration.register(customer));
    }
  }

  async ensureClients({ feedClientId, feedSecret }: FeedCredentials): Promise<void> {
    const simulator = { name: 'Gateway simulator', scopes: ['payments:feed'], partnerId: null };
    await this.clients.ensure({ ...simulator, clientId: feedClientId, secret: feedSecret });
    await this.clients.ensure({ ...demoPartner, scopes: [...demoPartner.scopes] });
  }
}

/** Lets pass what is there already. */
async function existing(create: () => Promise<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof PlazaError) || error.kind !== 'conflict') throw error;
  }
}

function emailOf(username: string): string {
  return `${username}@example.org`;
}
