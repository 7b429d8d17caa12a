/** What the range is sorted into and where it is sold: categories and branches, as staff set them up. */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { Branch, type BranchFields } from './branch.entity';
import { branchCodeTaken, categoryUnknown, refusing, slugTaken } from './catalog.errors';
import { Category, type CategoryFields } from './category.entity';

@Injectable()
export class StructureService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `catalog.slug-taken`, `catalog.category-unknown` for a parent that is not there */
  createCategory(fields: CategoryFields): Promise<Category> {
    const refusals = {
      categories_slug_unique: slugTaken(fields.slug),
      categories_parent_fk: categoryUnknown(fields.parentId ?? ''),
    };
    return this.database.transaction((tx) =>
      refusing(refusals, () => tx.save(Category.create(fields, this.clock.now()))),
    );
  }

  /** @throws PlazaError `catalog.branch-code-taken` */
  openBranch(fields: BranchFields): Promise<Branch> {
    return this.database.transaction((tx) =>
      refusing({ branches_code_unique: branchCodeTaken(fields.code) }, () =>
        tx.save(Branch.open(fields, this.clock.now())),
      ),
    );
  }
}
