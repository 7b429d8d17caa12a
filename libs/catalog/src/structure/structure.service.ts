/** What the range is sorted into and where it is sold: categories and branches, as staff set them up, change and end them. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, Signals, type Tx } from '@plaza/platform';
import { Branch, type BranchFields } from './branch.entity';
import {
  branchCodeTaken,
  branchNotFound,
  categoryBelowItself,
  categoryInUse,
  categoryNotFound,
  categoryUnknown,
  refusing,
  slugTaken,
} from '../catalog.errors';
import { CATALOG_TOPIC } from '../catalog.events';
import { Category, type CategoryFields } from './category.entity';
import { PRODUCT_LIST_SIGNAL } from '../products/product-list.signal';

@Injectable()
export class StructureService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `catalog.slug-taken`, `catalog.category-unknown` for a parent that is not there */
  createCategory(fields: CategoryFields): Promise<Category> {
    return this.database.transaction(async (tx) => {
      await requireCategory(tx, fields.parentId);
      return saveCategory(tx, Category.create(fields, this.clock.now()));
    });
  }

  /**
   * Lists that show the category are old afterwards.
   * @throws PlazaError `catalog.category-not-found`, `catalog.slug-taken`, `catalog.category-unknown` for a parent that is not
   *   there, `catalog.category-below-itself` for one that lies below it
   */
  async changeCategory(id: string, fields: Partial<CategoryFields>): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (fields.parentId !== undefined) await lockTree(tx);
      const category = await loadCategory(tx, id);
      if (typeof fields.parentId === 'string') {
        await requireCategory(tx, fields.parentId);
        if (await liesBelow(tx, fields.parentId, id)) throw categoryBelowItself(id, fields.parentId);
      }
      category.change(fields);
      await saveCategory(tx, category);
      await this.announce(tx, category);
    });
  }

  /**
   * It is gone, and stays only where withdrawn products name it, with its slug.
   * @throws PlazaError `catalog.category-not-found`; `catalog.category-in-use` with how many categories and products are in it
   */
  async removeCategory(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const category = await loadCategory(tx, id);
      const { children, products, history } = await contentOf(tx, id);
      if (children > 0 || products > 0) throw categoryInUse({ children, products });
      if (history) {
        category.remove(this.clock.now());
        await tx.save(category);
      } else {
        await tx.delete(Category, id);
      }
      await this.announce(tx, category);
    });
  }

  /** @throws PlazaError `catalog.branch-code-taken` */
  openBranch(fields: BranchFields): Promise<Branch> {
    return this.database.transaction((tx) => saveBranch(tx, Branch.open(fields, this.clock.now())));
  }

  /** @throws PlazaError `catalog.branch-not-found`, `catalog.branch-code-taken`, `catalog.online-stays` */
  async changeBranch(id: string, fields: Partial<BranchFields>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const branch = await loadBranch(tx, id);
      branch.change(fields);
      await saveBranch(tx, branch);
    });
  }

  /**
   * Sells nothing from now on; what it sold, has and holds stays on record. Doing it again changes nothing.
   * @throws PlazaError `catalog.branch-not-found`, `catalog.online-stays`
   */
  async closeBranch(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const branch = await loadBranch(tx, id);
      branch.close(this.clock.now());
      await tx.save(branch);
      this.signals.raiseAfterCommit(PRODUCT_LIST_SIGNAL);
    });
  }

  private async announce(tx: Tx, category: Category): Promise<void> {
    await this.outbox.add(tx, CATALOG_TOPIC, [{ fact: category.changed(), occurredAt: this.clock.now() }]);
    this.signals.raiseAfterCommit(PRODUCT_LIST_SIGNAL);
  }
}

/** One move at a time: two that are harmless each could make a circle together. */
async function lockTree(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('catalog.categories', 0))`);
}

/** Locked against everyone who is about to put something into it. */
async function loadCategory(tx: Tx, id: string): Promise<Category> {
  const category = await tx.findOne(Category, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (category?.removedAt !== null) throw categoryNotFound(id);
  return category;
}

async function loadBranch(tx: Tx, id: string): Promise<Branch> {
  const branch = await tx.findOne(Branch, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!branch) throw branchNotFound(id);
  return branch;
}

/**
 * Sees to it that a category stands until the transaction ends.
 * @throws PlazaError `catalog.category-unknown`
 */
export async function requireCategory(tx: Tx, id: string | null | undefined): Promise<void> {
  if (id === null || id === undefined) return;
  const found = await tx.query<object[]>(
    'SELECT FROM catalog.categories WHERE id = $1 AND removed_at IS NULL FOR KEY SHARE',
    [id],
  );
  if (found.length === 0) throw categoryUnknown(id);
}

async function liesBelow(tx: Tx, id: string, ancestorId: string): Promise<boolean> {
  const [row] = await tx.query<{ below: boolean }[]>(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM catalog.categories WHERE id = $1
       UNION
       SELECT parent.id, parent.parent_id FROM catalog.categories parent JOIN above ON above.parent_id = parent.id
     )
     SELECT EXISTS (SELECT FROM above WHERE id = $2) AS below`,
    [id, ancestorId],
  );
  return row?.below === true;
}

interface CategoryContent {
  children: number;
  products: number;
  /** Something that is not there any more is on record as having been in it. */
  history: boolean;
}

async function contentOf(tx: Tx, id: string): Promise<CategoryContent> {
  const [content] = await tx.query<CategoryContent[]>(
    `SELECT (SELECT count(*)::integer FROM catalog.categories WHERE parent_id = $1 AND removed_at IS NULL) AS children,
            (SELECT count(*)::integer FROM catalog.products WHERE category_id = $1 AND deleted_at IS NULL) AS products,
            EXISTS (SELECT FROM catalog.products WHERE category_id = $1)
              OR EXISTS (SELECT FROM catalog.categories WHERE parent_id = $1) AS history`,
    [id],
  );
  if (!content) throw new Error('A question without a table has one answer');
  return content;
}

/** @throws PlazaError `catalog.slug-taken` */
export function saveCategory(tx: Tx, category: Category): Promise<Category> {
  return refusing({ categories_slug_unique: slugTaken(category.slug) }, () => tx.save(category));
}

function saveBranch(tx: Tx, branch: Branch): Promise<Branch> {
  return refusing({ branches_code_unique: branchCodeTaken(branch.code) }, () => tx.save(branch));
}
