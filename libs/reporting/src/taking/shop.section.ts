/** What staff have to see to: stock that is about to run out, and drifts between contexts. And what stands for all that was done: the roots of the audit log. */
import { Injectable } from '@nestjs/common';
import { SealsQueries, type Root } from '@plaza/audit';
import { RangeFiguresQueries } from '@plaza/catalog';
import { figure, type Section } from '../figures/figure';
import { runsOutWithinDays } from '../figures/running-out';
import { Drifts } from '../reconciling/drifts';
import type { Span } from '../weeks/week';

const listedMax = 20;

@Injectable()
export class ShopSection {
  constructor(
    private readonly range: RangeFiguresQueries,
    private readonly seals: SealsQueries,
    private readonly drifts: Drifts,
  ) {}

  async take(week: Span): Promise<Section> {
    const wish = { ...week, daysMax: runsOutWithinDays, limit: listedMax };
    const { all, first } = await this.range.runningOut(wish);
    const rows = first.map(
      ({ productId, product, branchId, branch, available, sold, daysLeft, movements }) => ({
        ...{ id: `${productId} ${branchId}`, label: `${product} · ${branch}`, currency: null },
        values: { available, sold, 'days-left': daysLeft },
        counts: { available: 1, sold: movements, 'days-left': 1 + movements },
      }),
    );
    const kinds = await this.drifts.openByKind();
    const open = kinds.reduce((sum, { drifts }) => sum + drifts, 0);
    const driftRows = kinds.map(({ kind, drifts }) => {
      return { id: kind, label: null, currency: null, values: { drifts }, counts: { drifts } };
    });
    return {
      figures: [figure('running-out', all, all), figure('drifts', open, open)],
      lists: [
        { name: 'running-out', rows, all },
        { name: 'drift-kinds', rows: driftRows, all: kinds.length },
      ],
    };
  }

  /** At the end of each of these days. */
  roots(ends: readonly Date[]): Promise<Root[]> {
    return this.seals.roots(ends);
  }
}
