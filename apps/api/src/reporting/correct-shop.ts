/** Corrects drifts of orders, money and stock, within the transaction of whoever asks. */
import { Injectable } from '@nestjs/common';
import { StockService } from '@plaza/catalog';
import { OrdersService } from '@plaza/orders';
import { Refunds } from '@plaza/payments';
import { requestContext, type Actor } from '@plaza/platform';
import type { Correction } from '@plaza/reporting';

const reason = 'Reconciliation';

@Injectable()
export class CorrectShop {
  constructor(
    private readonly orders: OrdersService,
    private readonly stock: StockService,
    private readonly refunds: Refunds,
  ) {}

  /** @throws what its owner has against it */
  async correct(correction: Correction, actor: Actor): Promise<void> {
    switch (correction.does) {
      case 'mark-paid': {
        const { orderId, paymentId, amount, capturedAt } = correction;
        const context = { ...requestContext.current(), actor };
        await this.orders.markPaid([
          { orderId, paymentId, amount, capturedAt: new Date(capturedAt), context },
        ]);
        return;
      }
      case 'refund-payment':
        return this.refunds.refundRest({ paymentId: correction.paymentId, reason, actor });
      case 'use-stock':
        return this.stock.use([correction.orderId]);
      case 'release-stock':
        return this.stock.release([correction.orderId]);
      case 'return-stock': {
        const { productId, branchId, quantity, movementId } = correction;
        const why = `${reason}: movement ${movementId} had no paid order`;
        return this.stock.adjust({ productId, branchId, delta: quantity, reason: why });
      }
      case 'put-payment':
      case 'reverse-points':
      case 'take-back-points':
      case 'earn-points':
        return;
    }
  }
}
