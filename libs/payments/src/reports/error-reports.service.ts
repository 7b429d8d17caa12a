/**
 * Tells the error log what it is owed, each report once in effect, for as long as it takes. The log knows no idempotency key,
 * so every description carries the report's id: where it is in doubt whether a report arrived, because the connection broke,
 * nothing was answered in time or this process was killed, the log's own list is asked before it is told again.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { ErrorLog, type Telling } from './error-log';
import { noteReports, takeDueReports, type NotedReport, type OwedReport } from './report-rows';

const batchMax = 32;
const sideBySideMax = 8;
/** Longer than a batch can take: reading the list, and telling four times one after the other. */
const leaseMs = 60_000;
const firstPauseMs = 1_000;
const pauseMsMax = 30_000;
/** A report that was given up may lie on the way for so long: before, its absence from the log's list says nothing. */
const onTheWayMsMax = 30_000;
/** A report that the log would not take so often is kept as refused. */
const refusalsMax = 5;

@Injectable()
export class ErrorReports {
  constructor(
    private readonly database: Database,
    private readonly errorLog: ErrorLog,
    private readonly clock: Clock,
  ) {}

  /** Delivers a bounded number; true when there may be more to deliver at once. */
  async deliver(): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + leaseMs);
    const owed = await this.database.transaction((tx) => takeDueReports(tx, now, until, batchMax));
    if (owed.length === 0) return false;
    const noted = await this.tellAll(owed);
    await this.database.transaction((tx) => noteReports(tx, noted, this.clock.now()));
    return noted.every(({ status }) => status === 'delivered' || status === 'refused');
  }

  /** The first report shows whether the log is there; while it is not, the others stay as they were. */
  private async tellAll(owed: readonly OwedReport[]): Promise<NotedReport[]> {
    const doubtful = owed.filter((report) => report.doubtful);
    const arrived = await this.arrivedBefore(doubtful);
    // Only those have to wait for the list.
    const isUnknown = arrived === 'nobody-knows';
    const untold = isUnknown ? doubtful.map((report) => this.untold(report)) : [];
    const delivered = isUnknown ? [] : doubtful.filter(({ reportId }) => arrived.has(reportId));
    const noted = [...untold, ...delivered.map((report) => this.delivered(report))];
    const known = new Set(noted.map(({ reportId }) => reportId));
    const [first, ...others] = owed.filter(({ reportId }) => !known.has(reportId));
    if (!first) return noted;
    const telling = await this.tell(first);
    noted.push(this.noted(first, telling));
    if (telling.outcome !== 'taken' && telling.outcome !== 'refused') {
      return [...noted, ...others.map((report) => this.untold(report))];
    }
    for (let from = 0; from < others.length; from += sideBySideMax) {
      const group = others.slice(from, from + sideBySideMax);
      noted.push(
        ...(await Promise.all(group.map(async (report) => this.noted(report, await this.tell(report))))),
      );
    }
    return noted;
  }

  /** Ids of those that the log holds. A log without a list cannot be asked, so what is in doubt is told again. */
  private async arrivedBefore(
    doubtful: readonly OwedReport[],
  ): Promise<ReadonlySet<string> | 'nobody-knows'> {
    if (doubtful.length === 0) return new Set();
    try {
      return (await this.errorLog.holding(new Set(doubtful.map(({ reportId }) => reportId)))) ?? new Set();
    } catch {
      return 'nobody-knows';
    }
  }

  private tell({ reportId, paymentId, errorType, description }: OwedReport): Promise<Telling> {
    return this.errorLog.tell({ paymentId, errorType, description: `${description} [report ${reportId}]` });
  }

  private noted(report: OwedReport, { outcome, detail }: Telling): NotedReport {
    switch (outcome) {
      case 'taken':
        return this.delivered(report);
      case 'refused':
        return {
          ...this.later(report, detail),
          status: report.attempts >= refusalsMax ? 'refused' : 'waiting',
        };
      case 'not-taken':
        return { ...this.later(report, detail), status: 'waiting' };
      case 'unknown':
        return { ...this.later(report, detail), status: 'in-doubt' };
      case 'unanswered':
        return { ...this.later(report, detail, onTheWayMsMax), status: 'in-doubt' };
    }
  }

  private delivered({ reportId, attempts }: OwedReport): NotedReport {
    return { reportId, attempts, status: 'delivered', nextAttemptAt: this.clock.now(), lastFailure: null };
  }

  /** As it was before it was taken. */
  private untold({ reportId, attempts, doubtful }: OwedReport): NotedReport {
    const status = doubtful ? 'in-doubt' : 'waiting';
    return { reportId, status, attempts: attempts - 1, nextAttemptAt: this.clock.now(), lastFailure: null };
  }

  private later(
    { reportId, attempts }: OwedReport,
    lastFailure: string,
    pauseMsMin = firstPauseMs,
  ): Omit<NotedReport, 'status'> {
    const pauseMs = Math.min(pauseMsMax, pauseMsMin * 2 ** Math.min(attempts - 1, 30));
    return { reportId, attempts, nextAttemptAt: new Date(this.clock.now().getTime() + pauseMs), lastFailure };
  }
}
