/** Corrects drifts of points as the consumers would have done it. All of it is done once, however often it is asked for. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@plaza/catalog';
import { EarningService, purchasedLines } from '@plaza/loyalty';
import { OrdersQueries } from '@plaza/orders';
import { RefundsQueries } from '@plaza/payments';
import type { Correction } from '@plaza/reporting';

type PointsCorrection = Extract<Correction, { does: 'reverse-points' | 'take-back-points' | 'earn-points' }>;

@Injectable()
export class CorrectPoints {
  constructor(
    private readonly earning: EarningService,
    private readonly orders: OrdersQueries,
    private readonly catalog: CatalogQueries,
    private readonly refunds: RefundsQueries,
  ) {}

  /** @throws PlazaError `loyalty.too-many-points`, `loyalty.too-busy` */
  async correct(correction: PointsCorrection): Promise<void> {
    switch (correction.does) {
      case 'reverse-points':
        return this.earning.takeBackUnpaid({ ...correction, mode: 'live' }, correction);
      case 'take-back-points':
        return this.earning.takeBack([correction]);
      case 'earn-points':
        return this.earn(correction.partnerId, correction.orderId);
    }
  }

  /** What was given back of it by now takes its points along. */
  private async earn(partnerId: string, orderId: string): Promise<void> {
    const order = (await this.orders.byId([orderId])).get(orderId);
    if (!order?.paidAt || order.customerId === null || order.currency === null) return;
    const { number, customerId, currency, branchId, items, paidAt, paymentId } = order;
    const categories = await this.catalog.categoriesOf(items);
    const lines = purchasedLines(items, categories);
    await this.earning.earn(
      { partnerId, mode: 'live' },
      { orderId, number, customerId, currency, branchId, lines, paidAt },
    );
    const [givenBack] = paymentId === null ? [] : await this.refunds.givenBackOf([paymentId]);
    if (givenBack) await this.earning.takeBack([{ orderId, number, ...givenBack }]);
  }
}
