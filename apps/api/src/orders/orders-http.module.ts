/** The REST face of orders. */
import { Module } from '@nestjs/common';
import { OrdersModule } from '@plaza/orders';
import { OrdersController } from './orders.controller';

@Module({ imports: [OrdersModule], controllers: [OrdersController] })
export class OrdersHttpModule {}
