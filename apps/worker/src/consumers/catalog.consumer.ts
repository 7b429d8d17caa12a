/** What the catalogue reacts to: the ends of orders, which decide about their stock, and its own news, which make lists old. */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CATALOG_TOPIC, ProductList, StockService } from '@plaza/catalog';
import { ORDERS_TOPIC, type OrderEvent } from '@plaza/orders';

const endedUnsold = ['order-cancelled', 'order-expired', 'order-rejected'] as const;

@Controller()
export class CatalogConsumer {
  constructor(
    private readonly stock: StockService,
    private readonly list: ProductList,
  ) {}

  /** Paid: the stock is sold. Cancelled, expired or rejected: it is free again. */
  @EventPattern<typeof ORDERS_TOPIC>(ORDERS_TOPIC, { group: 'catalog' })
  async takeOrders(@Payload() events: OrderEvent[]): Promise<void> {
    await this.stock.use(ordersThatWere(events, ['order-paid']));
    await this.stock.release(ordersThatWere(events, endedUnsold));
  }

  /** Whoever changed the catalogue has told already; this makes sure, should that have been lost. */
  @EventPattern<typeof CATALOG_TOPIC>(CATALOG_TOPIC, { group: 'catalog-cache' })
  takeNews(): Promise<void> {
    return this.list.outdate();
  }
}

function ordersThatWere(events: readonly OrderEvent[], types: readonly OrderEvent['type'][]): string[] {
  return events.filter(({ type }) => types.includes(type)).map(({ data }) => data.orderId);
}
