/** What orders react to: money that was taken for them, and given back. */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { contextOf } from '@plaza/messaging';
import { OrdersService, type Capture, type Refund } from '@plaza/orders';
import { PAYMENTS_TOPIC, type PaymentEvent } from '@plaza/payments';

const group = 'orders';

@Controller()
export class OrdersConsumer {
  constructor(private readonly orders: OrdersService) {}

  @EventPattern<typeof PAYMENTS_TOPIC>(PAYMENTS_TOPIC, { group })
  async takePayments(@Payload() events: PaymentEvent[]): Promise<void> {
    await this.orders.markPaid(events.flatMap(captureOf));
    await this.orders.markRefunded(events.flatMap(refundOf));
  }
}

/** Nothing for payments that are not for an order. */
function captureOf(event: PaymentEvent): Capture[] {
  if (event.type !== 'payment-captured' || event.data.orderId === null) return [];
  const { paymentId, orderId, amount, capturedAt } = event.data;
  const context = contextOf(event, group);
  return [{ paymentId, orderId, amount, capturedAt: new Date(capturedAt), context }];
}

/** Nothing while some of the money is left: only an order of which all was given back is refunded. */
function refundOf(event: PaymentEvent): Refund[] {
  if (event.type !== 'payment-refunded' || event.data.refunded < event.data.captured) return [];
  const { paymentId, refunded: amount, refundedAt, reason } = event.data;
  const context = contextOf(event, group);
  return [{ paymentId, amount, refundedAt: new Date(refundedAt), reason, context }];
}
