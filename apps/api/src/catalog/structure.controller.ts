/** Categories, branches, and corrections of what lies in them. */
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CatalogQueries,
  StockService,
  StructureService,
  type BranchStock,
  type BranchView,
  type CategoryView,
  type Page,
} from '@plaza/catalog';
import { ForRoles, Public } from '@plaza/platform';
import { PageQuery } from '../http/fields';
import {
  BranchAnswer,
  BranchPageAnswer,
  BranchStockAnswer,
  CategoryAnswer,
  CategoryPageAnswer,
} from './catalog.answers';
import { BranchDto, CategoryDto, StockAdjustmentDto } from './catalog.dto';

@ApiTags('catalog')
@Controller('catalog')
export class StructureController {
  constructor(
    private readonly structure: StructureService,
    private readonly stock: StockService,
    private readonly queries: CatalogQueries,
  ) {}

  @Public()
  @Get('categories')
  @ApiOkResponse({ type: CategoryPageAnswer })
  categories(@Query() page: PageQuery): Promise<Page<CategoryView>> {
    return this.queries.categories(page);
  }

  @ForRoles('staff')
  @Post('categories')
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: CategoryAnswer })
  createCategory(@Body() category: CategoryDto): Promise<CategoryView> {
    return this.structure.createCategory(category);
  }

  @Public()
  @Get('branches')
  @ApiOkResponse({ type: BranchPageAnswer })
  branches(@Query() page: PageQuery): Promise<Page<BranchView>> {
    return this.queries.branches(page);
  }

  @ForRoles('staff')
  @Post('branches')
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: BranchAnswer })
  openBranch(@Body() branch: BranchDto): Promise<BranchView> {
    return this.structure.openBranch(branch);
  }

  /** Without an `Idempotency-Key` a repeat corrects again. */
  @ForRoles('staff')
  @Post('stock/adjustments')
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: BranchStockAnswer })
  async adjust(@Body() adjustment: StockAdjustmentDto): Promise<BranchStock> {
    await this.stock.adjust(adjustment);
    return this.queries.stockIn(adjustment);
  }
}
