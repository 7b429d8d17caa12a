/**
 * Payments with the order that they paid. A message of the stream names neither an order nor a currency, so a payment of the counter knows
 * of none: the order knows by which payment it was paid.
 */
import { Injectable } from '@nestjs/common';
import { OrdersQueries } from '@plaza/orders';
import { PaymentsQueries, type PaymentFilter, type PaymentView } from '@plaza/payments';
import type { Actor, CountedPage } from '@plaza/platform';

@Injectable()
export class PaidOrders {
  constructor(
    private readonly payments: PaymentsQueries,
    private readonly orders: OrdersQueries,
  ) {}

  /** @throws PlazaError `payments.payment-unknown` */
  async get(id: string, actor: Actor): Promise<PaymentView> {
    const [payment] = await this.withOrders([await this.payments.get(id, actor)]);
    if (!payment) throw new Error('Of one payment there is one view');
    return payment;
  }

  /** @throws InvalidInput when `after` is no cursor */
  async list(filter: PaymentFilter): Promise<CountedPage<PaymentView>> {
    const { items, ...rest } = await this.payments.list(filter);
    return { items: await this.withOrders(items), ...rest };
  }

  private async withOrders(payments: readonly PaymentView[]): Promise<PaymentView[]> {
    const without = payments.filter(({ type, orderId }) => type === 'offline' && orderId === null);
    if (without.length === 0) return [...payments];
    const orders = await this.orders.paidBy(without.map(({ id }) => id));
    const byPayment = new Map(orders.map((order) => [order.paymentId, order]));
    return payments.map((payment) => {
      const order = byPayment.get(payment.id);
      return order ? { ...payment, orderId: order.id, currency: order.currency } : payment;
    });
  }
}
