/** Stock in the hands of staff: corrections, transfers between branches, and what moved. */
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CatalogQueries,
  StockQueries,
  StockService,
  type BranchStock,
  type MovementView,
  type TransferView,
} from '@plaza/catalog';
import { ForRoles, type CountedPage } from '@plaza/platform';
import { BranchStockAnswer } from './catalog.answers';
import {
  MovementListQuery,
  MovementPageAnswer,
  StockAdjustmentDto,
  StockTransferAnswer,
  StockTransferDto,
} from './stock.dto';

@ApiTags('catalog')
@ApiBearerAuth()
@ForRoles('staff')
@Controller('catalog/stock')
export class StockController {
  constructor(
    private readonly stock: StockService,
    private readonly catalog: CatalogQueries,
    private readonly queries: StockQueries,
  ) {}

  @Post('adjustments')
  @ApiOperation({
    summary: 'Correct the stock of a product in a branch',
    description: 'Without an `Idempotency-Key` a repeat corrects again.',
  })
  @ApiCreatedResponse({ type: BranchStockAnswer })
  async adjust(@Body() adjustment: StockAdjustmentDto): Promise<BranchStock> {
    await this.stock.adjust(adjustment);
    return this.catalog.stockIn(adjustment);
  }

  @Post('transfers')
  @ApiOperation({
    summary: 'Take stock from branch to branch',
    description: 'Without an `Idempotency-Key` a repeat transfers again.',
  })
  @ApiCreatedResponse({ type: StockTransferAnswer })
  async transfer(@Body() transfer: StockTransferDto): Promise<TransferView> {
    return this.queries.transferred(await this.stock.transfer(transfer), transfer);
  }

  @Get('movements')
  @ApiOperation({ summary: 'List what moved in the stock', description: 'Newest first.' })
  @ApiOkResponse({ type: MovementPageAnswer })
  movements(@Query() filter: MovementListQuery): Promise<CountedPage<MovementView>> {
    return this.queries.movements(filter);
  }
}
