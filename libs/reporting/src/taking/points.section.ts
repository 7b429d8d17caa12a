/** What partners' members were given, used and have. */
import { Injectable } from '@nestjs/common';
import { PartnersQueries } from '@plaza/identity';
import { PointsFiguresQueries, type PointsFigures } from '@plaza/loyalty';
import { figure, type Section, type TwoWeeks } from '../figures/figure';
import type { Span } from '../weeks/week';

const listedMax = 50;

@Injectable()
export class PointsSection {
  constructor(
    private readonly points: PointsFiguresQueries,
    private readonly partners: PartnersQueries,
  ) {}

  async take({ week, before }: TwoWeeks<Span>): Promise<TwoWeeks<Section>> {
    const now = await this.points.moved(week.from, week.to);
    const earlier = await this.points.moved(before.from, before.to);
    const names = await this.partners.names(now.slice(0, listedMax).map(({ partnerId }) => partnerId));
    return { week: sectionOf(now, names), before: sectionOf(earlier, names) };
  }
}

function sectionOf(all: readonly PointsFigures[], names: ReadonlyMap<string, string>): Section {
  const sum = (column: Exclude<keyof PointsFigures, 'partnerId'>) =>
    all.reduce((total, each) => total + each[column], 0);
  const listed = all.filter(({ partnerId }) => names.has(partnerId));
  return {
    figures: [
      figure('points-issued', sum('issued'), sum('issues')),
      figure('points-used', sum('used'), sum('uses')),
      figure('points-expired', sum('expired'), sum('expiries')),
      figure('points-outstanding', sum('outstanding'), all.length),
    ],
    lists: [
      {
        name: 'partners',
        rows: listed.map(({ partnerId, issued, used, expired, outstanding, issues, uses, expiries }) => {
          const values = { issued, used, expired, outstanding };
          const counts = { issued: issues, used: uses, expired: expiries, outstanding: 1 };
          return { id: partnerId, label: names.get(partnerId) ?? null, currency: null, values, counts };
        }),
        all: all.length,
      },
    ],
  };
}
