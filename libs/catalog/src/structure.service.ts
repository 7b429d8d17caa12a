/** What the range is sorted into and where it is sold: categories and branches, as staff set them up. */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { Branch, type BranchFields } from './branch.entity';
import type { BranchView, CategoryView } from './catalog.queries';
import { branchCodeTaken, categoryUnknown, refusing, slugTaken } from './catalog.errors';
import { Category, type CategoryFields } from './category.entity';

@Injectable()
export class StructureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `catalog.slug-taken`, `catalog.category-unknown` for a parent that is not there */
  async createCategory(fields: CategoryFields): Promise<CategoryView> {
    const refusals = {
      categories_slug_unique: slugTaken(fields.slug),
      categories_parent_fk: categoryUnknown(fields.parentId ?? ''),
    };
    const { id, parentId, name, slug } = await this.database.transaction((tx) =>
      refusing(refusals, () => tx.save(Category.create(fields, this.clock.now()))),
    );
    return { id, parentId, name, slug };
  }

  /** @throws PlazaError `catalog.branch-code-taken` */
  async openBranch(fields: BranchFields): Promise<BranchView> {
    const { id, code, name } = await this.database.transaction((tx) =>
      refusing({ branches_code_unique: branchCodeTaken(fields.code) }, () =>
        tx.save(Branch.open(fields, this.clock.now())),
      ),
    );
    return { id, code, name };
  }
}
