/** What the catalogue answers, for the published description. */
import { ApiProperty } from '@nestjs/swagger';
import type { BranchDetail, BranchStock, BranchView, CategoryView, ProductView } from '@plaza/catalog';

class ProductCategory {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  slug!: string;
}

export class ListedProductAnswer {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  sku!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: 'integer', description: 'Minor units of `currency`' })
  price!: number;

  @ApiProperty()
  currency!: string;

  @ApiProperty({ type: 'integer', description: 'What can be ordered now from the branch' })
  available!: number;

  @ApiProperty({ type: ProductCategory })
  category!: ProductCategory;
}

export class ProductAnswer extends ListedProductAnswer implements ProductView {
  @ApiProperty()
  description!: string;

  @ApiProperty()
  active!: boolean;
}

export class ProductPageAnswer {
  @ApiProperty({ type: [ListedProductAnswer] })
  items!: ListedProductAnswer[];

  @ApiProperty({ type: String, nullable: true, description: 'What `after` is for the next page' })
  next!: string | null;

  @ApiProperty({ type: 'integer', required: false })
  total?: number;
}

export class CategoryAnswer implements CategoryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  parentId!: string | null;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  slug!: string;
}

export class CategoryPageAnswer {
  @ApiProperty({ type: [CategoryAnswer] })
  items!: CategoryAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

export class BranchAnswer implements BranchView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty()
  name!: string;
}

export class BranchDetailAnswer extends BranchAnswer implements BranchDetail {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when nothing is sold there; null while it is open',
  })
  closedAt!: string | null;
}

export class BranchPageAnswer {
  @ApiProperty({ type: [BranchAnswer] })
  items!: BranchAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}

export class BranchStockAnswer implements BranchStock {
  @ApiProperty({ type: BranchAnswer })
  branch!: BranchAnswer;

  @ApiProperty({ type: 'integer' })
  onHand!: number;

  @ApiProperty({ type: 'integer', description: 'Set aside for orders' })
  held!: number;

  @ApiProperty({ type: 'integer' })
  available!: number;
}

export class StockPageAnswer {
  @ApiProperty({ type: [BranchStockAnswer] })
  items!: BranchStockAnswer[];

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;
}
