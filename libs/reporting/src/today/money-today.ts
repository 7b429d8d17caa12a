/** What came over the payment stream today and what has become of every message ever, and what members are owed in points. */
import { Injectable } from '@nestjs/common';
import { PointsFiguresQueries } from '@plaza/loyalty';
import { CensusQueries, PaymentFiguresQueries, type OutcomeFigures, type TallyEntry } from '@plaza/payments';
import type { Span } from '../weeks/week';

export interface MoneyView {
  /** Of those that were received in the span. */
  payments: OutcomeFigures[];
  /** Of all messages, whenever they were received. */
  census: TallyEntry[];
  /** Of all programmes that are meant in earnest, at this moment. */
  pointsOutstanding: number;
}

@Injectable()
export class MoneyToday {
  constructor(
    private readonly payments: PaymentFiguresQueries,
    private readonly census: CensusQueries,
    private readonly points: PointsFiguresQueries,
  ) {}

  async look({ from, to }: Span): Promise<MoneyView> {
    return {
      payments: await this.payments.byOutcome(from, to),
      census: await this.census.tally(),
      pointsOutstanding: await this.points.outstanding(to),
    };
  }
}
