/** What customers want and have, from placing to the end of it. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '@plaza/catalog';
import { MessagingModule } from '@plaza/messaging';
import { Cart } from './carts/cart.entity';
import { CartsPast } from './carts/carts-past.service';
import { CartsQueries } from './carts/carts.queries';
import { CartsService } from './carts/carts.service';
import { Promoting } from './carts/promoting';
import { PromotionService } from './carts/promotion.service';
import { WaitingQueries } from './carts/waiting.queries';
import { WaitingService } from './carts/waiting.service';
import { Accepting } from './accepting';
import { AcceptedHolds } from './accepted-holds';
import { Confirming } from './confirming';
import { OrderChanges } from './order-changes';
import { OrderHolds } from './order-holds';
import { OrderListQueries } from './order-list.queries';
import { Order } from './order.entity';
import { OrdersQueries } from './orders.queries';
import { OrdersService } from './orders.service';
import { Placing } from './placing';
import { PlacingService } from './placing.service';

const carts = [
  CartsQueries,
  CartsService,
  CartsPast,
  Promoting,
  PromotionService,
  WaitingQueries,
  WaitingService,
];
const orders = [OrdersService, OrdersQueries, OrderListQueries, PlacingService, Confirming];

@Module({
  imports: [MessagingModule, CatalogModule, TypeOrmModule.forFeature([Order, Cart])],
  providers: [...orders, Accepting, AcceptedHolds, OrderChanges, OrderHolds, Placing, ...carts],
  exports: [...orders, ...carts],
})
export class OrdersModule {}
