/** What became of payments, and what went wrong with them. */
import { Injectable } from '@nestjs/common';
import { CensusQueries, PaymentFiguresQueries, type TallyEntry } from '@plaza/payments';
import { figure, listKinds, type List, type Section, type TwoWeeks } from '../figures/figure';
import type { Span } from '../weeks/week';

@Injectable()
export class PaymentsSection {
  constructor(
    private readonly payments: PaymentFiguresQueries,
    private readonly census: CensusQueries,
  ) {}

  async take({ week, before }: TwoWeeks<Span>): Promise<TwoWeeks<Section>> {
    const [now, earlier] = [await this.of(week), await this.of(before)];
    const census = await this.census.tally();
    return { week: { ...now, lists: [...now.lists, censusList(census)] }, before: earlier };
  }

  private async of({ from, to }: Span): Promise<Section> {
    const outcomes = await this.payments.byOutcome(from, to);
    const givenBack = await this.payments.givenBack(from, to);
    const kinds = await this.payments.errors(from, to);
    const payments = outcomes.reduce((sum, each) => sum + each.payments, 0);
    const errors = kinds.reduce((sum, each) => sum + each.errors, 0);
    return {
      figures: [
        figure('payments', payments, payments),
        ...givenBack.map(({ refunds, amount, currency }) => figure('given-back', amount, refunds, currency)),
        figure('errors', errors, errors),
      ],
      lists: [
        {
          name: 'payment-outcomes',
          rows: outcomes.map(({ status, currency, payments: count, amount }) => {
            const counts = { payments: count, amount: count };
            return { id: status, label: null, currency, values: { payments: count, amount }, counts };
          }),
          all: outcomes.length,
        },
        {
          name: 'error-kinds',
          rows: kinds.map(({ kind, errors: count, delivered }) => {
            const values = { errors: count, delivered };
            return { id: kind, label: null, currency: null, values, counts: values };
          }),
          all: kinds.length,
        },
      ],
    };
  }
}

function censusList(entries: readonly TallyEntry[]): List {
  return {
    name: 'census',
    rows: entries.map((entry) => {
      const place = `${entry.topic}/${String(entry.partition)}`;
      const values = Object.fromEntries(listKinds.census.columns.map((column) => [column, entry[column]]));
      return { id: place, label: place, currency: null, values, counts: values };
    }),
    all: entries.length,
  };
}
