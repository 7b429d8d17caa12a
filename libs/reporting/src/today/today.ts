/**
 * How the shop stands at this moment, for whoever opens the back office: what was sold since midnight where the shop is, what waits,
 * and what somebody has to see to. One question after the other, so that a screen takes one connection and not all.
 */
import { Inject, Injectable } from '@nestjs/common';
import { SalesQueries, WaitingOrdersQueries, type WaitingOrders } from '@plaza/orders';
import { civilDayOf, Clock, SETTINGS, startOfDay, type Settings } from '@plaza/platform';
import { Attention, type AttentionView } from './attention';
import { MoneyToday, type MoneyView } from './money-today';

export interface SalesToday {
  /** Null for purchases without a price. */
  currency: string | null;
  purchases: number;
  /** Minor units. */
  revenue: number;
}

export interface TodayView extends MoneyView {
  /** When the day began. */
  since: Date;
  sales: SalesToday[];
  waiting: WaitingOrders[];
  attention: AttentionView;
}

const countedMax = 1_000;

@Injectable()
export class Today {
  private readonly zone: string;

  constructor(
    private readonly sales: SalesQueries,
    private readonly waiting: WaitingOrdersQueries,
    private readonly money: MoneyToday,
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
      ...(await this.money.look({ from: since, to: until })),
      attention: await this.attention.look(now),
    };
  }
}
