/** The REST face of orders. */
import { Module } from '@nestjs/common';
import { CatalogModule } from '@plaza/catalog';
import { IdentityModule } from '@plaza/identity';
import { OrdersModule } from '@plaza/orders';
import { PaymentsModule } from '@plaza/payments';
import { EventStreamModule } from '../http/event-stream';
import { OrderBatch } from './batch';
import { InvoiceAnswers } from './invoices/invoice-answers';
import { Invoices } from './invoices/invoices';
import { InvoicesController } from './invoices/invoices.controller';
import { CartsController } from './carts.controller';
import { OrderEvents } from './order-events';
import { OrderLists } from './order-lists';
import { OrdersController } from './orders.controller';
import { OrderPlacing } from './place-order';
import { RefundOrder } from './refund-order';
import { Sales } from './sales';
import { SalesController } from './sales.controller';
import { WaitingEventsController } from './waiting-events.controller';
import { WaitingController } from './waiting.controller';

@Module({
  imports: [OrdersModule, PaymentsModule, CatalogModule, IdentityModule, EventStreamModule],
  controllers: [
    CartsController,
    WaitingController,
    WaitingEventsController,
    SalesController,
    InvoicesController,
    OrdersController,
  ],
  providers: [
    OrderBatch,
    Invoices,
    InvoiceAnswers,
    OrderEvents,
    OrderLists,
    OrderPlacing,
    RefundOrder,
    Sales,
  ],
})
export class OrdersHttpModule {}
