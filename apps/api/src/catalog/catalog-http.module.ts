/** The catalogue's REST face. */
import { Module } from '@nestjs/common';
import { CatalogModule } from '@plaza/catalog';
import { PreparedLists } from './prepared-lists';
import { ProductListController } from './product-list.controller';
import { ProductsController } from './products.controller';
import { StockController } from './stock.controller';
import { StructureController } from './structure.controller';

@Module({
  imports: [CatalogModule],
  controllers: [ProductListController, ProductsController, StockController, StructureController],
  providers: [PreparedLists],
})
export class CatalogHttpModule {}
