/** Products one by one: for everybody to see, for staff to change. */
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CatalogQueries, ProductsService, type BranchStock, type ProductView } from '@plaza/catalog';
import { ForRoles, Public, type Page } from '@plaza/platform';
import { ApiIdParam, IdParam } from '../http/fields';
import { ProductAnswer, StockPageAnswer } from './catalog.answers';
import { ProductChangeDto, ProductDto } from './catalog.dto';

@ApiTags('catalog')
@Controller('catalog/products')
export class ProductsController {
  constructor(
    private readonly products: ProductsService,
    private readonly queries: CatalogQueries,
  ) {}

  @Public()
  @Get(':id')
  @ApiOperation({ summary: 'See a product' })
  @ApiIdParam()
  @ApiOkResponse({ type: ProductAnswer })
  get(@IdParam() id: string): Promise<ProductView> {
    return this.queries.product(id);
  }

  @Public()
  @Get(':id/stock')
  @ApiOperation({ summary: "See a product's stock in every branch" })
  @ApiIdParam()
  @ApiOkResponse({ type: StockPageAnswer })
  stock(@IdParam() id: string): Promise<Page<BranchStock>> {
    return this.queries.stock(id);
  }

  @ForRoles('staff')
  @Post()
  @ApiOperation({ summary: 'Create a product' })
  @ApiBearerAuth()
  @ApiCreatedResponse({ type: ProductAnswer })
  async create(@Body() product: ProductDto): Promise<ProductView> {
    return this.queries.product(await this.products.create(product));
  }

  @ForRoles('staff')
  @Patch(':id')
  @ApiOperation({ summary: 'Change a product' })
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiOkResponse({ type: ProductAnswer })
  async change(@IdParam() id: string, @Body() change: ProductChangeDto): Promise<ProductView> {
    await this.products.change(id, change);
    return this.queries.product(id);
  }

  @ForRoles('staff')
  @Delete(':id')
  @ApiOperation({ summary: 'Withdraw a product from the range' })
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiIdParam()
  @ApiNoContentResponse()
  withdraw(@IdParam() id: string): Promise<void> {
    return this.products.withdraw(id);
  }
}
