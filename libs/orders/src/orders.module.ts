/** What customers want and have, from placing to the end of it. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '@plaza/catalog';
import { MessagingModule } from '@plaza/messaging';
import { Cart } from './carts/cart.entity';
import { CartsQueries } from './carts/carts.queries';
import { Order } from './order.entity';
import { OrdersQueries } from './orders.queries';
import { OrdersService } from './orders.service';
import { Placing } from './placing';

@Module({
  imports: [MessagingModule, CatalogModule, TypeOrmModule.forFeature([Order, Cart])],
  providers: [OrdersService, OrdersQueries, Placing, CartsQueries],
  exports: [OrdersService, OrdersQueries, CartsQueries],
})
export class OrdersModule {}
