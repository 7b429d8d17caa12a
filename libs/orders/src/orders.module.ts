/** What customers want and have, from placing to the end of it. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '@plaza/catalog';
import { MessagingModule } from '@plaza/messaging';
import { Cart } from './carts/cart.entity';
import { CartsPast } from './carts/carts-past.service';
import { CartsQueries } from './carts/carts.queries';
import { CartsService } from './carts/carts.service';
import { ReconciledOrdersQueries } from './figures/reconciled-orders.queries';
import { SalesQueries } from './figures/sales.queries';
import { WaitingOrdersQueries } from './figures/waiting-orders.queries';
import { Promoting } from './carts/promoting';
import { PromotionService } from './carts/promotion.service';
import { WaitingQueries } from './carts/waiting.queries';
import { WaitingService } from './carts/waiting.service';
import { Accepting } from './placing/accepting';
import { AcceptedHolds } from './placing/accepted-holds';
import { Confirming } from './placing/confirming';
import { LegacyOrdersService } from './legacy/legacy-orders.service';
import { InvoicesQueries } from './invoices/invoices.queries';
import { OrderChanges } from './orders/order-changes';
import { OrderHolds } from './placing/order-holds';
import { NewOrders } from './orders/new-orders';
import { OrderNumbers } from './orders/order-numbers';
import { OrderListQueries } from './orders/order-list.queries';
import { Order } from './orders/order.entity';
import { OrdersQueries } from './orders/orders.queries';
import { OrdersService } from './orders/orders.service';
import { Placing } from './placing/placing';
import { PlacingService } from './placing/placing.service';

const carts = [
  CartsQueries,
  CartsService,
  CartsPast,
  Promoting,
  PromotionService,
  WaitingQueries,
  WaitingService,
];
const orders = [
  ...[OrdersService, OrdersQueries, OrderListQueries, PlacingService, Confirming],
  ...[InvoicesQueries, LegacyOrdersService],
  ...[SalesQueries, WaitingOrdersQueries, ReconciledOrdersQueries],
];

@Module({
  imports: [MessagingModule, CatalogModule, TypeOrmModule.forFeature([Order, Cart])],
  providers: [
    ...orders,
    Accepting,
    AcceptedHolds,
    NewOrders,
    OrderChanges,
    OrderHolds,
    OrderNumbers,
    Placing,
    ...carts,
  ],
  exports: [...orders, ...carts],
})
export class OrdersModule {}
