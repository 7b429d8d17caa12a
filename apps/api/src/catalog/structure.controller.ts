/** Categories and branches. */
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  CatalogQueries,
  StructureService,
  type BranchDetail,
  type BranchView,
  type CategoryView,
  type Page,
} from '@plaza/catalog';
import { ForRoles, Public } from '@plaza/platform';
import { ApiIdParam, IdParam, PageQuery } from '../http/fields';
import { BranchDetailAnswer, BranchPageAnswer, CategoryAnswer, CategoryPageAnswer } from './catalog.answers';
import { BranchChangeDto, BranchDto, CategoryChangeDto, CategoryDto } from './catalog.dto';

@ApiTags('catalog')
@Controller('catalog')
export class StructureController {
  constructor(
    private readonly structure: StructureService,
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
  async createCategory(@Body() category: CategoryDto): Promise<CategoryView> {
    return this.queries.category((await this.structure.createCategory(category)).id);
  }

  @Public()
  @Get('categories/:id')
  @ApiIdParam()
  @ApiOkResponse({ type: CategoryAnswer })
  category(@IdParam() id: string): Promise<CategoryView> {
    return this.queries.category(id);
  }

  @ForRoles('staff')
  @Patch('categories/:id')
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiOkResponse({ type: CategoryAnswer })
  async changeCategory(@IdParam() id: string, @Body() change: CategoryChangeDto): Promise<CategoryView> {
    await this.structure.changeCategory(id, change);
    return this.queries.category(id);
  }

  /** Refused while there are categories below it, or products in it that were not withdrawn. */
  @ForRoles('staff')
  @Delete('categories/:id')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiNoContentResponse()
  removeCategory(@IdParam() id: string): Promise<void> {
    return this.structure.removeCategory(id);
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
  @ApiCreatedResponse({ type: BranchDetailAnswer })
  async openBranch(@Body() branch: BranchDto): Promise<BranchDetail> {
    return this.queries.branch((await this.structure.openBranch(branch)).id);
  }

  @Public()
  @Get('branches/:id')
  @ApiIdParam()
  @ApiOkResponse({ type: BranchDetailAnswer })
  branch(@IdParam() id: string): Promise<BranchDetail> {
    return this.queries.branch(id);
  }

  /** The branch `online` keeps its code. */
  @ForRoles('staff')
  @Patch('branches/:id')
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiOkResponse({ type: BranchDetailAnswer })
  async changeBranch(@IdParam() id: string, @Body() change: BranchChangeDto): Promise<BranchDetail> {
    await this.structure.changeBranch(id, change);
    return this.queries.branch(id);
  }

  /** Closes it: it sells nothing any more, and its history stays. */
  @ForRoles('staff')
  @Delete('branches/:id')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiNoContentResponse()
  closeBranch(@IdParam() id: string): Promise<void> {
    return this.structure.closeBranch(id);
  }
}
