/** What is sold. A product that was sold once stays for good: it is only withdrawn. */
import { minorUnits, moneyColumn, newId } from '@plaza/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ProductChanged } from '../catalog.events';
import { Category } from '../structure/category.entity';

export interface ProductFields {
  sku: string;
  name: string;
  /** Empty unless given. */
  description?: string;
  /** Minor units of `currency`. */
  price: number;
  currency: string;
  categoryId: string;
  /** True unless given. */
  active?: boolean;
}

@Entity({ schema: 'catalog', name: 'products' })
@Unique('products_sku_unique', ['sku'])
@Index('products_offered_by_name', { synchronize: false })
@Index('products_offered_by_price', { synchronize: false })
@Index('products_offered_by_age', { synchronize: false })
@Index('products_offered_by_category_and_name', { synchronize: false })
@Index('products_offered_by_category_and_price', { synchronize: false })
@Index('products_offered_by_category_and_age', { synchronize: false })
@Index('products_offered_by_text', { synchronize: false })
@Check('products_price_not_negative', 'price >= 0')
@Check('products_currency_is_iso', `currency ~ '^[A-Z]{3}$'`)
export class Product {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'products_pk' })
  readonly id!: string;

  @Column('text')
  readonly sku!: string;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly description!: string;

  @Column('bigint', { transformer: moneyColumn })
  readonly price!: number;

  @Column('text')
  readonly currency!: string;

  @Index('products_by_category')
  @ForeignKey(() => Category, { name: 'products_category_fk' })
  @Column('uuid', { name: 'category_id' })
  readonly categoryId!: string;

  @Column('boolean')
  readonly active!: boolean;

  /** Name and SKU as they are searched and sorted; the database keeps it. */
  @Column({ type: 'text', collation: 'C', select: false, insert: false, update: false })
  readonly plain!: string;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  readonly deletedAt!: Date | null;

  static create(fields: ProductFields, now: Date): Product {
    const product = Object.assign(new Product(), {
      ...{ id: newId(), description: '', active: true, createdAt: now, deletedAt: null },
    });
    product.change(fields);
    return product;
  }

  change(fields: Partial<ProductFields>): void {
    if (fields.price !== undefined && minorUnits(fields.price) < 0)
      throw new Error('A price is never negative');
    Object.assign(this, fields);
  }

  /** Takes it off the shelves for good. */
  withdraw(now: Date): void {
    Object.assign(this, { deletedAt: this.deletedAt ?? now });
  }

  get isOffered(): boolean {
    return this.active && this.deletedAt === null;
  }

  changed(): ProductChanged {
    const { id, sku, name, price, currency, categoryId, isOffered } = this;
    return {
      type: 'product-changed',
      key: id,
      data: { productId: id, sku, name, price, currency, categoryId, offered: isOffered },
    };
  }
}
