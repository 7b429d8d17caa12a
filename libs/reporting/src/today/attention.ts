/** What waits for somebody of the staff at this moment, and stock that somebody has to buy again. */
import { Injectable } from '@nestjs/common';
import { RangeFiguresQueries, type RunningOut } from '@plaza/catalog';
import { DeadLetters } from '@plaza/messaging';
import { Alarms, MessagesQueries, ReviewsQueries } from '@plaza/payments';
import { dayMs } from '@plaza/platform';
import { runsOutWithinDays } from '../figures/running-out';
import { Drifts } from '../reconciling/drifts';

export interface AttentionView {
  /** Of the payment stream, not acknowledged. */
  alarms: number;
  /** Payments of which nobody has decided yet. */
  reviews: number;
  /** Errors of which the error log would not hear. */
  refusedReports: number;
  /** Between contexts, open. */
  drifts: number;
  /** Events that a consumer could not take, not sent again yet. */
  deadLetters: number;
  /** By how soon, at the pace of the last week, and how many there are in all; as of some minutes ago. */
  runningOut: RunningOutList;
}

interface RunningOutList {
  all: number;
  first: RunningOut[];
}

const paceDays = 7;
const listedMax = 8;
/** All sales of a week are read for their pace, which is another one so slowly that everybody is told of one reading for so long. */
const paceKeptMs = 5 * 60_000;

@Injectable()
export class Attention {
  private pace: { untilMs: number; list: RunningOutList } | undefined;

  constructor(
    private readonly alarms: Alarms,
    private readonly reviews: ReviewsQueries,
    private readonly messages: MessagesQueries,
    private readonly drifts: Drifts,
    private readonly deadLetters: DeadLetters,
    private readonly range: RangeFiguresQueries,
  ) {}

  async look(now: Date): Promise<AttentionView> {
    const alarms = await this.alarms.list({ acknowledged: false, limit: 1, total: true });
    const reviews = await this.reviews.list({ pending: true, limit: 1, total: true });
    const refused = await this.messages.errorReports({ status: 'refused', limit: 1, total: true });
    const drifts = await this.drifts.openByKind();
    const deadLetters = await this.deadLetters.list({ replayed: false, limit: 1, total: true });
    return {
      alarms: alarms.total ?? 0,
      reviews: reviews.total ?? 0,
      refusedReports: refused.total ?? 0,
      drifts: drifts.reduce((sum, { drifts: open }) => sum + open, 0),
      deadLetters: deadLetters.total ?? 0,
      runningOut: await this.runningOut(now),
    };
  }

  private async runningOut(now: Date): Promise<RunningOutList> {
    if (this.pace && now.getTime() < this.pace.untilMs) return this.pace.list;
    const list = await this.range.runningOut({
      from: new Date(now.getTime() - paceDays * dayMs),
      to: now,
      daysMax: runsOutWithinDays,
      limit: listedMax,
    });
    this.pace = { untilMs: now.getTime() + paceKeptMs, list };
    return list;
  }
}
