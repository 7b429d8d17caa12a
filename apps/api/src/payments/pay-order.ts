/** Paying an order, where two contexts meet: orders know what it costs and whose it is, payments take the money. */
import { Injectable } from '@nestjs/common';
import { OrdersQueries } from '@plaza/orders';
import { RequestsService, type PaymentWish, type RequestedPayment } from '@plaza/payments';
import { Clock, PlazaError } from '@plaza/platform';

@Injectable()
export class PayOrder {
  constructor(
    private readonly orders: OrdersQueries,
    private readonly requests: RequestsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins the payment of an order; the same wish sent again is the same payment, also after the order has been paid by it.
   * @throws PlazaError `orders.order-unknown`, `orders.not-payable`, or what payments have against it
   */
  async pay(wish: PaymentWish): Promise<RequestedPayment> {
    const order = await this.orders.payable(wish.orderId);
    if (order?.customerId !== wish.customerId) throw orderUnknown(wish.orderId);
    const repeated = await this.requests.repeat(wish);
    if (repeated) return repeated;
    if (order.status !== 'awaiting-payment') throw notPayable(wish.orderId, `The order is ${order.status}`);
    const { payBefore, total, currency } = order;
    if (payBefore && payBefore <= this.clock.now()) throw notPayable(wish.orderId, 'The time to pay is over');
    return this.requests.request({ ...wish, amount: total, currency });
  }
}

function orderUnknown(orderId: string): PlazaError {
  return new PlazaError('not-found', 'orders.order-unknown', 'There is no such order', { orderId });
}

function notPayable(orderId: string, detail: string): PlazaError {
  return new PlazaError('conflict', 'orders.not-payable', `${detail}; it cannot be paid`, { orderId });
}
