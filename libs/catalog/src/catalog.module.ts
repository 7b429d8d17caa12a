/** What is sold, where, for how much, and how many there are. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MessagingModule } from '@plaza/messaging';
import { Branch } from './structure/branch.entity';
import { CatalogImports } from './imports/catalog-imports.service';
import { CatalogQueries } from './catalog.queries';
import { RangeFiguresQueries } from './figures/range-figures.queries';
import { ReconciledStockQueries } from './figures/reconciled-stock.queries';
import { Category } from './structure/category.entity';
import { Product } from './products/product.entity';
import { ProductList } from './products/product-list';
import { ProductListQueries } from './products/product-list.queries';
import { ProductsService } from './products/products.service';
import { StockNews } from './stock/stock-news';
import { StockQueries } from './stock/stock.queries';
import { StockService } from './stock/stock.service';
import { StructureService } from './structure/structure.service';

@Module({
  imports: [MessagingModule, TypeOrmModule.forFeature([Product, Category, Branch])],
  providers: [
    CatalogQueries,
    CatalogImports,
    ProductList,
    ProductListQueries,
    ProductsService,
    RangeFiguresQueries,
    ReconciledStockQueries,
    StockNews,
    StockQueries,
    StockService,
    StructureService,
  ],
  exports: [
    CatalogQueries,
    CatalogImports,
    ProductList,
    ProductsService,
    RangeFiguresQueries,
    ReconciledStockQueries,
    StockQueries,
    StockService,
    StructureService,
  ],
})
export class CatalogModule {}
