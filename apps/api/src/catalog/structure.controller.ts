/** Categories and branches. */
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  CatalogQueries,
  StructureService,
  type BranchDetail,
  type BranchView,
  type CategoryView,
} from '@plaza/catalog';
import { ForRoles, Public, type Page } from '@plaza/platform';
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
  @ApiOperation({ summary: 'List categories' })
  @ApiOkResponse({ type: CategoryPageAnswer })
  categories(@Query() page: PageQuery): Promise<Page<CategoryView>> {
    return this.queries.categories(page);
  }

  @ForRoles('staff')
  @Post('categories')
  @ApiOperation({ summary: 'Create a category' })
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: CategoryAnswer })
  async createCategory(@Body() category: CategoryDto): Promise<CategoryView> {
    return this.queries.category((await this.structure.createCategory(category)).id);
  }

  @Public()
  @Get('categories/:id')
  @ApiOperation({ summary: 'See a category' })
  @ApiIdParam()
  @ApiOkResponse({ type: CategoryAnswer })
  category(@IdParam() id: string): Promise<CategoryView> {
    return this.queries.category(id);
  }

  @ForRoles('staff')
  @Patch('categories/:id')
  @ApiOperation({ summary: 'Change or move a category' })
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiOkResponse({ type: CategoryAnswer })
  async changeCategory(@IdParam() id: string, @Body() change: CategoryChangeDto): Promise<CategoryView> {
    await this.structure.changeCategory(id, change);
    return this.queries.category(id);
  }

  @ForRoles('staff')
  @Delete('categories/:id')
  @ApiOperation({
    summary: 'Remove a category',
    description: 'Refused while there are categories below it, or products in it that were not withdrawn.',
  })
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiNoContentResponse()
  removeCategory(@IdParam() id: string): Promise<void> {
    return this.structure.removeCategory(id);
  }

  @Public()
  @Get('branches')
  @ApiOperation({ summary: 'List branches' })
  @ApiOkResponse({ type: BranchPageAnswer })
  branches(@Query() page: PageQuery): Promise<Page<BranchView>> {
    return this.queries.branches(page);
  }

  @ForRoles('staff')
  @Post('branches')
  @ApiOperation({ summary: 'Open a branch' })
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: BranchDetailAnswer })
  async openBranch(@Body() branch: BranchDto): Promise<BranchDetail> {
    return this.queries.branch((await this.structure.openBranch(branch)).id);
  }

  @Public()
  @Get('branches/:id')
  @ApiOperation({ summary: 'See a branch' })
  @ApiIdParam()
  @ApiOkResponse({ type: BranchDetailAnswer })
  branch(@IdParam() id: string): Promise<BranchDetail> {
    return this.queries.branch(id);
  }

  @ForRoles('staff')
  @Patch('branches/:id')
  @ApiOperation({ summary: 'Change a branch', description: 'The branch `online` keeps its code.' })
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiOkResponse({ type: BranchDetailAnswer })
  async changeBranch(@IdParam() id: string, @Body() change: BranchChangeDto): Promise<BranchDetail> {
    await this.structure.changeBranch(id, change);
    return this.queries.branch(id);
  }

  @ForRoles('staff')
  @Delete('branches/:id')
  @ApiOperation({
    summary: 'Close a branch',
    description: 'Closes it: it sells nothing any more, and its history stays.',
  })
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiNoContentResponse()
  closeBranch(@IdParam() id: string): Promise<void> {
    return this.structure.closeBranch(id);
  }
}
