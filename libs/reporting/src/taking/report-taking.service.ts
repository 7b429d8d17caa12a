/**
 * Takes a week's report: asks every context for its figures, one question after the other, so that the shop has the database to itself
 * but for one statement. The answers may come from a replica, if it has all that was committed by the end of the week.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, SETTINGS, type Settings } from '@plaza/platform';
import { readingAsOf } from '../reading-as-of';
import { tooBusy, weekNotBegun } from '../reporting.errors';
import { rowsLike, withAllCurrencies, type Report } from '../report';
import type { Section } from '../figures/figure';
import { Week, type Span } from '../weeks/week';
import { PaymentsSection } from './payments.section';
import { PointsSection } from './points.section';
import { SalesSection } from './sales.section';
import { ShopSection } from './shop.section';

/** Reports of different weeks that one process takes at the same time; who asks for the same week gets the same report. */
const underWayMax = 2;

@Injectable()
export class ReportTaking {
  private readonly zone: string;
  private readonly underWay = new Map<string, Promise<Report>>();

  constructor(
    private readonly sales: SalesSection,
    private readonly payments: PaymentsSection,
    private readonly points: PointsSection,
    private readonly shop: ShopSection,
    private readonly clock: Clock,
    @Inject(SETTINGS) { report }: Settings,
  ) {
    this.zone = report.zone;
  }

  /** The last week that is over. */
  lastWeek(): Week {
    return Week.at(this.clock.now(), this.zone).before;
  }

  /** @throws PlazaError `reporting.week-not-begun`, `reporting.too-busy` */
  take(week: Week): Promise<Report> {
    const span = week.span(this.zone);
    if (span.from > this.clock.now()) return Promise.reject(weekNotBegun(week.name, span.from));
    const underWay = this.underWay.get(week.name);
    if (underWay) return underWay;
    if (this.underWay.size >= underWayMax) return Promise.reject(tooBusy());
    const taking = this.takeNow(week, span).finally(() => this.underWay.delete(week.name));
    this.underWay.set(week.name, taking);
    return taking;
  }

  private async takeNow(week: Week, span: Span): Promise<Report> {
    const takenAt = this.clock.now();
    return readingAsOf(span.to < takenAt ? span.to : takenAt, async () => {
      const spans = { week: span, before: week.before.span(this.zone) };
      const sections = [
        await this.sales.take(spans),
        await this.payments.take(spans),
        await this.points.take(spans),
      ];
      const { figures, lists } = joined(sections.map((section) => section.week));
      const before = joined(sections.map((section) => section.before));
      const shop = await this.shop.take(span);
      const roots = await this.shop.roots(endsOfDays(week.days(this.zone), takenAt));
      const allLists = [...lists, ...shop.lists];
      return {
        ...{ week: week.name, zone: this.zone, takenAt: takenAt.toISOString(), isOver: span.to <= takenAt },
        ...{ from: span.from.toISOString(), to: span.to.toISOString() },
        figures: [...withAllCurrencies(figures, before.figures), ...shop.figures],
        lists: allLists,
        roots: roots.map(({ until, seal, hash }) => ({ until: until.toISOString(), seal, hash })),
        before: {
          figures: withAllCurrencies(before.figures, figures),
          lists: rowsLike(allLists, before.lists),
        },
      };
    });
  }
}

function joined(sections: readonly Section[]): Section {
  return {
    figures: sections.flatMap(({ figures }) => figures),
    lists: sections.flatMap(({ lists }) => lists),
  };
}

/** Those that are over. */
function endsOfDays(days: readonly Date[], now: Date): Date[] {
  return days.slice(1).filter((end) => end <= now);
}
