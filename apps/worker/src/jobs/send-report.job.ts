/** Sends the weekly report when it is due, in one process at a time; deliveries are once for each recipient, however many are at it. */
import { Injectable } from '@nestjs/common';
import { Loops } from '@plaza/platform';
import { ReportSending } from '@plaza/reporting';

const everyMs = 30_000;

@Injectable()
export class SendReportJob {
  constructor(loops: Loops, sending: ReportSending) {
    loops.add({ name: 'send-report', everyMs, alone: true, work: () => sending.sendDue() });
  }
}
