/** What staff do with the range: take products in, change and withdraw them. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, Signals, type Tx } from '@plaza/platform';
import { IsNull } from 'typeorm';
import { productUnknown, refusing, skuTaken } from '../catalog.errors';
import { CATALOG_TOPIC } from '../catalog.events';
import { requireCategory } from '../structure/structure.service';
import { Product, type ProductFields } from './product.entity';
import { PRODUCT_LIST_SIGNAL } from './product-list.signal';

@Injectable()
export class ProductsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the new product's id
   * @throws PlazaError `catalog.sku-taken`, `catalog.category-unknown`
   */
  create(fields: ProductFields): Promise<string> {
    return this.database.transaction(async (tx) => {
      await requireCategory(tx, fields.categoryId);
      const product = Product.create(fields, this.clock.now());
      await this.record(tx, product);
      return product.id;
    });
  }

  /** @throws PlazaError `catalog.product-unknown`, `catalog.sku-taken`, `catalog.category-unknown` */
  async change(id: string, fields: Partial<ProductFields>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const product = await this.load(tx, id);
      await requireCategory(tx, fields.categoryId);
      product.change(fields);
      await this.record(tx, product);
    });
  }

  /** Takes a product off the shelves; orders that have it keep it. */
  async withdraw(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const product = await this.load(tx, id);
      product.withdraw(this.clock.now());
      await this.record(tx, product);
    });
  }

  private async load(tx: Tx, id: string): Promise<Product> {
    const product = await tx.findOne(Product, {
      where: { id, deletedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!product) throw productUnknown(id);
    return product;
  }

  private async record(tx: Tx, product: Product): Promise<void> {
    await refusing({ products_sku_unique: skuTaken(product.sku) }, () => tx.save(product));
    await this.outbox.add(tx, CATALOG_TOPIC, [{ fact: product.changed(), occurredAt: this.clock.now() }]);
    this.signals.raiseAfterCommit(PRODUCT_LIST_SIGNAL);
  }
}
