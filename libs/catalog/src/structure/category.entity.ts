/** A kind of product, in a tree. */
import { newId } from '@plaza/platform';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CategoryChanged } from '../catalog.events';

export interface CategoryFields {
  name: string;
  slug: string;
  parentId?: string | null;
}

@Entity({ schema: 'catalog', name: 'categories' })
@Unique('categories_slug_unique', ['slug'])
@Check('categories_not_own_parent', 'parent_id <> id')
export class Category {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'categories_pk' })
  readonly id!: string;

  @Index('categories_by_parent')
  @ForeignKey(() => Category, { name: 'categories_parent_fk' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  readonly parentId!: string | null;

  @Column('text')
  readonly name!: string;

  @Column('text')
  readonly slug!: string;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  readonly removedAt!: Date | null;

  static create({ name, slug, parentId = null }: CategoryFields, now: Date): Category {
    return Object.assign(new Category(), {
      id: newId(),
      name,
      slug,
      parentId,
      createdAt: now,
      removedAt: null,
    });
  }

  change(fields: Partial<CategoryFields>): void {
    Object.assign(this, fields);
  }

  /** Takes it out of the tree; products that were withdrawn go on naming it. */
  remove(now: Date): void {
    Object.assign(this, { removedAt: this.removedAt ?? now });
  }

  changed(): CategoryChanged {
    const { id, parentId, name, slug, removedAt } = this;
    return {
      type: 'category-changed',
      key: id,
      data: { categoryId: id, parentId, name, slug, removed: removedAt !== null },
    };
  }
}
