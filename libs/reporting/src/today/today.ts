/**
 * How the shop stands at this moment, for whoever opens the back office: what was sold since midnight where the shop is, what waits,
 * and what somebody has to see to. One question after the other, so that a screen takes one connection and not all.
 */
import { Inject, Injectable } from '@nestjs/common';
import { SalesQueries, WaitingOrdersQueries, type WaitingOrders } from '@plaza/orders';
import { PaymentFiguresQueries, type OutcomeFigures } from '@plaza/payments';
import { civilDayOf, Clock, SETTINGS, startOfDay, type Settings } from '@plaza/platform';
import { Attention, type AttentionView } from './attention';

export interface SalesToday {
  /** Null for purchases without a price. */
  currency: string | null;
  purchases: number;
  /** Minor units. */
  revenue: number;
}

export interface TodayView {
  /** When the day began. */
  since: Date;
  sales: SalesToday[];
  waiting: WaitingOrders[];
  /** Of those that were received since. */
  payments: OutcomeFigures[];
  attention: AttentionView;
}

const countedMax = 1_000;

@Injectable()
export class Today {
  private readonly zone: string;

  constructor(
    private readonly sales: SalesQueries,
    private readonly waiting: WaitingOrdersQueries,
    private readonly payments: PaymentFiguresQueries,
    private readonly attention: Attention,
    private readonly clock: Clock,
    @Inject(SETTINGS) { report }: Settings,
  ) {
    this.zone = report.zone;
  }

  async look(): Promise<TodayView> {
    const now = this.clock.now();
    const since = startOfDay(civilDayOf(now, this.zone), this.zone);
    const until = new Date(now.getTime() + 1);
    const { all } = await this.sales.byBranch({ from: since, to: until });
    return {
      since,
      sales: all.map(({ currency, purchases, revenue }) => ({ currency, purchases, revenue })),
      waiting: await this.waiting.count(countedMax),
      payments: await this.payments.byOutcome(since, until),
      attention: await this.attention.look(now),
    };
  }
}
