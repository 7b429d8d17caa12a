/** What orders react to: money that was taken for them. */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { contextOf } from '@plaza/messaging';
import { OrdersService, type Capture } from '@plaza/orders';
import { PAYMENTS_TOPIC, type PaymentEvent } from '@plaza/payments';

const group = 'orders';

@Controller()
export class OrdersConsumer {
  constructor(private readonly orders: OrdersService) {}

  @EventPattern<typeof PAYMENTS_TOPIC>(PAYMENTS_TOPIC, { group })
  takePayments(@Payload() events: PaymentEvent[]): Promise<void> {
    return this.orders.markPaid(events.flatMap(captureOf));
  }
}

/** Nothing for payments that are not for an order. */
function captureOf(event: PaymentEvent): Capture[] {
  if (event.type !== 'payment-captured' || event.data.orderId === null) return [];
  const { paymentId, orderId, amount, capturedAt } = event.data;
  const context = contextOf(event, group);
  return [{ paymentId, orderId, amount, capturedAt: new Date(capturedAt), context }];
}
