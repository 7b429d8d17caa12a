/** Refunding an order, where two contexts meet: orders know what paid it, payments give the money back. */
import { Injectable } from '@nestjs/common';
import { OrdersQueries, OrdersService } from '@plaza/orders';
import { Refunds } from '@plaza/payments';
import { Clock, PlazaError, requestContext, type Actor } from '@plaza/platform';

@Injectable()
export class RefundOrder {
  constructor(
    private readonly queries: OrdersQueries,
    private readonly orders: OrdersService,
    private readonly refunds: Refunds,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives back all that is left of the order's payment; the order is refunded when the money is. Doing it again changes nothing.
   * @throws PlazaError `orders.order-unknown`, `orders.not-refundable`, `orders.payment-on-its-way`
   */
  async refund(orderId: string, reason: string | null, actor: Actor): Promise<void> {
    const { paymentId, total, isRefunded } = await this.queries.refundable(orderId);
    if (isRefunded) return;
    if (total === 0) {
      // What cost nothing has no payment.
      const refundedAt = this.clock.now();
      const context = { ...requestContext.current(), actor };
      await this.orders.markRefunded([{ paymentId, amount: 0, refundedAt, reason, context }]);
      return;
    }
    const wish = { paymentId, reason: reason ?? 'The order was refunded', actor };
    await this.refunds.refundRest(wish).catch((error: unknown) => {
      throw isUnknownPayment(error) ? paymentOnItsWay(orderId) : error;
    });
  }
}

function isUnknownPayment(error: unknown): boolean {
  return error instanceof PlazaError && error.code === 'payments.payment-unknown';
}

/** Money taken at the counter a moment ago goes on the stream first, as every other payment. */
function paymentOnItsWay(orderId: string): PlazaError {
  return new PlazaError(
    'conflict',
    'orders.payment-on-its-way',
    'The payment of this order has not come in yet; please ask again in a moment',
    { orderId, retryAfter: 2 },
  );
}
