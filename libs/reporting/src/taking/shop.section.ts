/** What staff have to see to: stock that is about to run out. And what stands for all that was done: the roots of the audit log. */
import { Injectable } from '@nestjs/common';
import { SealsQueries, type Root } from '@plaza/audit';
import { RangeFiguresQueries } from '@plaza/catalog';
import { figure, type Section } from '../figures/figure';
import { runsOutWithinDays } from '../figures/running-out';
import type { Span } from '../weeks/week';

const listedMax = 20;

@Injectable()
export class ShopSection {
  constructor(
    private readonly range: RangeFiguresQueries,
    private readonly seals: SealsQueries,
  ) {}

  async take(week: Span): Promise<Section> {
    const wish = { ...week, daysMax: runsOutWithinDays, limit: listedMax };
    const { all, first } = await this.range.runningOut(wish);
    const rows = first.map(({ productId, product, branchId, branch, available, sold, daysLeft }) => ({
      ...{ id: `${productId} ${branchId}`, label: `${product} · ${branch}`, currency: null },
      values: { available, sold, 'days-left': daysLeft },
    }));
    return { figures: [figure('running-out', all, all)], lists: [{ name: 'running-out', rows, all }] };
  }

  /** At the end of each of these days. */
  roots(ends: readonly Date[]): Promise<Root[]> {
    return this.seals.roots(ends);
  }
}
