/** The catalogue alone on a database, as one process of several, with products to fill it. */
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  CatalogModule,
  ONLINE_BRANCH_ID,
  ProductsService,
  StockQueries,
  StockService,
  StructureService,
  type HeldView,
} from '@plaza/catalog';
import { createLogger, Database, readSettings, Signals, startApp } from '@plaza/platform';
import type { MovableClock } from '#test/clock';
import type { FreshDatabase } from '#test/database';
import { testKeys } from '#test/keys';

export interface Counters {
  onHand: number;
  held: number;
  available: number;
}

export class Stockroom {
  private constructor(private readonly app: NestFastifyApplication) {}

  static async open(database: FreshDatabase, clock: MovableClock): Promise<Stockroom> {
    const settings = readSettings({
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.appUrl,
      DATABASE_POOL_MAX: '6',
      ...testKeys,
    });
    const logger = createLogger({ level: 'silent', pretty: false, name: 'stockroom' });
    return new Stockroom(
      await startApp({ name: 'stockroom', settings, clock, logger, modules: [CatalogModule] }),
    );
  }

  get stock(): StockService {
    return this.app.get(StockService);
  }

  heldBy(ownerIds: string[]): Promise<Map<string, HeldView[]>> {
    return this.app.get(StockQueries).heldBy(ownerIds);
  }

  on(signal: string, listener: () => void): Promise<void> {
    return this.app.get(Signals).on(signal, listener);
  }

  /** A new product with so many of it in `online`. */
  async product(onHand: number): Promise<string> {
    const name = `Thing ${randomUUID()}`;
    const categoryId = await this.category();
    const product = { sku: randomUUID(), name, price: 100, currency: 'EUR', categoryId };
    const productId = await this.app.get(ProductsService).create(product);
    if (onHand > 0) await this.adjust(productId, onHand);
    return productId;
  }

  adjust(productId: string, delta: number): Promise<void> {
    return this.stock.adjust({ productId, branchId: ONLINE_BRANCH_ID, delta, reason: 'Counted' });
  }

  /** Another branch. */
  async branch(): Promise<string> {
    const code = `branch-${randomUUID()}`;
    return (await this.app.get(StructureService).openBranch({ code, name: 'Branch' })).id;
  }

  async counters(productId: string): Promise<Counters> {
    const [row] = await this.rows<Counters>(
      'SELECT on_hand AS "onHand", held, available FROM catalog.stock WHERE product_id = $1',
      [productId],
    );
    if (!row) throw new Error('The product has no stock');
    return row;
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.app.get(Database).read<Row>(sql, parameters);
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  private async category(): Promise<string> {
    const slug = `category-${randomUUID()}`;
    return (await this.app.get(StructureService).createCategory({ name: 'Things', slug })).id;
  }
}
