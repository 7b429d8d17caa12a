/**
 * Correcting a drift, where contexts meet: reporting knows what is wrong, and whoever owns the thing mends it by its own service, which
 * may refuse. All in one transaction with the note that it was done, but for what is put on the stream, where putting it twice does nothing.
 */
import { Injectable } from '@nestjs/common';
import { StockService } from '@plaza/catalog';
import { OrdersService } from '@plaza/orders';
import { CounterPayments, Refunds } from '@plaza/payments';
import { Database, requestContext, type Actor } from '@plaza/platform';
import { Drifts, noCorrection, type Correction, type DriftView } from '@plaza/reporting';

const reason = 'Reconciliation';

@Injectable()
export class CorrectDrift {
  constructor(
    private readonly drifts: Drifts,
    private readonly database: Database,
    private readonly orders: OrdersService,
    private readonly stock: StockService,
    private readonly refunds: Refunds,
    private readonly counter: CounterPayments,
  ) {}

  /** @throws PlazaError `reporting.drift-unknown`, `reporting.drift-not-open`, `reporting.no-correction`, or what its owner has against it */
  async approve(id: string, actor: Actor): Promise<DriftView> {
    const { status, correction } = await this.drifts.get(id);
    if (status === 'open' && correction?.does === 'put-payment') await this.counter.put([correction]);
    await this.database.transaction(async (tx) => {
      const drift = await this.drifts.lockOpen(tx, id);
      if (!drift.correction) throw noCorrection(id);
      await this.correct(drift.correction, actor);
      await this.drifts.corrected(tx, id, actor);
    });
    return this.drifts.get(id);
  }

  private async correct(correction: Correction, actor: Actor): Promise<void> {
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
        return;
    }
  }
}
