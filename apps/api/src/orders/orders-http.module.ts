/** The REST face of orders. */
import { Module } from '@nestjs/common';
import { OrdersModule } from '@plaza/orders';
import { EventStreamModule } from '../http/event-stream';
import { CartsController } from './carts.controller';
import { OrdersController } from './orders.controller';
import { WaitingEventsController } from './waiting-events.controller';
import { WaitingController } from './waiting.controller';

@Module({
  imports: [OrdersModule, EventStreamModule],
  controllers: [CartsController, WaitingController, WaitingEventsController, OrdersController],
})
export class OrdersHttpModule {}
