/**
 * Products, branches and categories that come from the files of others, many at a time. What is here already, by SKU, code or slug,
 * stays as it is.
 */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, newId, Signals, type Tx } from '@plaza/platform';
import { CATALOG_TOPIC } from '../catalog.events';
import { Branch, type BranchFields } from '../structure/branch.entity';
import { Category, type CategoryFields } from '../structure/category.entity';
import { requireCategory, saveCategory } from '../structure/structure.service';
import { Product, type ProductFields } from '../products/product.entity';
import { PRODUCT_LIST_SIGNAL } from '../products/product-list.signal';

/** New, here with the same content, or here with other content, which stays. */
export interface CatalogImport {
  /** Of what is here; of what would be, in a dry run. */
  id: string;
  outcome: 'created' | 'same' | 'different';
}

interface DryRun {
  dryRun?: boolean;
}

@Injectable()
export class CatalogImports {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * @param given each SKU once
   * @returns what became of each, in this order
   * @throws PlazaError `catalog.category-unknown`
   */
  async products(given: readonly ProductFields[], { dryRun = false }: DryRun = {}): Promise<CatalogImport[]> {
    if (given.length === 0) return [];
    const fresh = given.map((fields) => Product.create(fields, this.clock.now()));
    return this.database.transaction(async (tx) => {
      const created = dryRun ? new Set<string>() : await this.insertProducts(tx, fresh);
      const known = await tx.query<
        { id: string; sku: string; name: string; price: string; currency: string }[]
      >('SELECT id, sku, name, price, currency FROM catalog.products WHERE sku = ANY ($1::text[])', [
        fresh.map(({ sku }) => sku),
      ]);
      const bySku = new Map(known.map((row) => [row.sku, row]));
      return fresh.map(({ id, sku, name, price, currency }) => {
        const there = bySku.get(sku);
        if (!there || created.has(there.id)) return { id: there?.id ?? id, outcome: 'created' };
        const isSame = there.name === name && Number(there.price) === price && there.currency === currency;
        return { id: there.id, outcome: isSame ? 'same' : 'different' };
      });
    });
  }

  /**
   * @param given each code once
   * @returns what became of each, in this order
   */
  async branches(given: readonly BranchFields[], { dryRun = false }: DryRun = {}): Promise<CatalogImport[]> {
    if (given.length === 0) return [];
    const fresh = given.map((fields) => Branch.open(fields, this.clock.now()));
    return this.database.transaction(async (tx) => {
      const created = dryRun ? new Set<string>() : await insertBranches(tx, fresh);
      const known = await tx.query<{ id: string; code: string; name: string }[]>(
        'SELECT id, code, name FROM catalog.branches WHERE code = ANY ($1::text[])',
        [fresh.map(({ code }) => code)],
      );
      const byCode = new Map(known.map((row) => [row.code, row]));
      return fresh.map(({ id, code, name }) => {
        const there = byCode.get(code);
        if (!there || created.has(there.id)) return { id: there?.id ?? id, outcome: 'created' };
        return { id: there.id, outcome: there.name === name ? 'same' : 'different' };
      });
    });
  }

  /**
   * The category of this slug, made now if there is none; in a dry run an id that nothing has, if there is none.
   * @throws PlazaError `catalog.slug-taken` by one that was removed
   */
  async category(fields: CategoryFields, { dryRun = false }: DryRun = {}): Promise<string> {
    return this.database.transaction(async (tx) => {
      const found = await tx.query<{ id: string }[]>(
        'SELECT id FROM catalog.categories WHERE slug = $1 AND removed_at IS NULL',
        [fields.slug],
      );
      if (found[0]) return found[0].id;
      if (dryRun) return newId();
      return (await saveCategory(tx, Category.create(fields, this.clock.now()))).id;
    });
  }

  /** @returns the ids of those that were not there */
  private async insertProducts(tx: Tx, fresh: readonly Product[]): Promise<Set<string>> {
    for (const categoryId of new Set(fresh.map((product) => product.categoryId))) {
      await requireCategory(tx, categoryId);
    }
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO catalog.products (id, sku, name, description, price, currency, category_id, active, created_at)
       SELECT fresh.*, $1
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::uuid[], $9::boolean[])
         AS fresh (id, sku)
       ORDER BY sku
       ON CONFLICT ON CONSTRAINT products_sku_unique DO NOTHING
       RETURNING id`,
      [
        this.clock.now(),
        fresh.map(({ id }) => id),
        fresh.map(({ sku }) => sku),
        fresh.map(({ name }) => name),
        fresh.map(({ description }) => description),
        fresh.map(({ price }) => price),
        fresh.map(({ currency }) => currency),
        fresh.map((product) => product.categoryId),
        fresh.map(({ active }) => active),
      ],
    );
    const created = new Set(rows.map(({ id }) => id));
    const news = fresh.filter(({ id }) => created.has(id));
    const announcements = news.map((product) => {
      return { fact: product.changed(), occurredAt: this.clock.now() };
    });
    await this.outbox.add(tx, CATALOG_TOPIC, announcements);
    if (news.length > 0) this.signals.raiseAfterCommit(PRODUCT_LIST_SIGNAL);
    return created;
  }
}

/** @returns the ids of those that were not there */
async function insertBranches(tx: Tx, fresh: readonly Branch[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO catalog.branches (id, code, name, created_at)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) AS fresh (id, code)
     ORDER BY code
     ON CONFLICT ON CONSTRAINT branches_code_unique DO NOTHING
     RETURNING id`,
    [
      fresh.map(({ id }) => id),
      fresh.map(({ code }) => code),
      fresh.map(({ name }) => name),
      fresh.map(({ createdAt }) => createdAt),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}
