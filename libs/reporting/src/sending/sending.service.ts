/**
 * Sends the weekly report: by the calendar, once, or because staff ask for it. What was sent stays an edition; a week that late data
 * have changed since is sent as the next one, in which the differences are marked.
 */
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@plaza/platform';
import { RecipientsQueries } from '../recipients/recipients.queries';
import type { Edition, Report } from '../report';
import { weekNotOver } from '../reporting.errors';
import { isRestated } from '../restating';
import { ReportTaking } from '../taking/report-taking.service';
import type { Week } from '../weeks/week';
import { Deliveries, type Delivered } from './deliveries.service';
import { Dispatches } from './dispatches';
import { Editions } from './editions';

export interface Sent extends Delivered {
  week: string;
  edition: number;
}

@Injectable()
export class ReportSending {
  constructor(
    private readonly taking: ReportTaking,
    private readonly editions: Editions,
    private readonly deliveries: Deliveries,
    private readonly recipients: RecipientsQueries,
    private readonly dispatches: Dispatches,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Sends what staff ask for: to the recipients named, or to all. Who has this edition already does not get it again.
   * @throws PlazaError `reporting.week-not-begun`, `reporting.week-not-over`, `reporting.recipients-unknown`, `reporting.too-busy`
   */
  async send(week: Week, recipientIds?: readonly string[]): Promise<Sent> {
    if (recipientIds) await this.recipients.checkKnown(recipientIds);
    const report = await this.taking.take(week);
    if (!report.isOver) throw weekNotOver(week.name, new Date(report.to));
    const edition = await this.editionOf(report);
    const delivered = await this.deliveries.deliver(
      edition,
      recipientIds ? { ids: recipientIds } : {},
      'this-edition',
    );
    return { week: week.name, edition: edition.number, ...delivered };
  }

  /**
   * Sends one report that is due by the calendar, with the figures of this moment, to those who have had none of that week; true when
   * there was one.
   */
  async sendDue(): Promise<boolean> {
    const due = await this.dispatches.next(this.settings.report);
    if (!due) return false;
    const meant = { by: due.at };
    const anybody = await this.recipients.meant(meant, 1);
    if (anybody.length > 0) {
      const edition = await this.editionOf(await this.taking.take(due.week));
      await this.deliveries.deliver(edition, meant, 'any-edition');
    }
    await this.dispatches.done(due);
    return true;
  }

  /** The newest that was kept, by whomever, unless data that came late have changed the week since. */
  private async editionOf(report: Report): Promise<Edition> {
    const newest = await this.editions.newest(report.week);
    if (newest && !isRestated(report, newest.report)) return newest;
    return this.editions.keep(report, (newest?.number ?? 0) + 1);
  }
}
