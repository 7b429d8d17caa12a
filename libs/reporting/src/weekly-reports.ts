/** A week's report as it would be now, held against what was sent of it. */
import { Injectable } from '@nestjs/common';
import type { Language } from '@plaza/platform';
import { ReportForms } from './letters/report-forms';
import { Editions } from './sending/editions';
import { ReportTaking } from './taking/report-taking.service';
import type { Week } from './weeks/week';

@Injectable()
export class WeeklyReports {
  constructor(
    private readonly taking: ReportTaking,
    private readonly editions: Editions,
  ) {}

  /**
   * @param week the last one that is over where none is named
   * @throws PlazaError `reporting.week-not-begun`, `reporting.too-busy`
   */
  async look(week: Week = this.taking.lastWeek(), language: Language = 'en'): Promise<ReportForms> {
    const report = await this.taking.take(week);
    return new ReportForms(report, language, await this.editions.newest(week.name));
  }
}
