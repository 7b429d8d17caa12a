/** Tells the error log what it is owed, for as long as that takes, in one process at a time. */
import { Injectable } from '@nestjs/common';
import { ErrorReports } from '@plaza/payments';
import { Loops } from '@plaza/platform';

const everyMs = 1_000;

@Injectable()
export class ReportErrorsJob {
  constructor(loops: Loops, reports: ErrorReports) {
    loops.add({ name: 'report-errors', everyMs, alone: true, work: () => reports.deliver() });
  }
}
