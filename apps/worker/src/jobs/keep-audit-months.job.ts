/** Makes the months of the audit log ahead of time, and takes out those that are past theirs. */
import { Injectable } from '@nestjs/common';
import { MonthsService } from '@plaza/audit';
import { Loops } from '@plaza/platform';

const everyMs = 60 * 60_000;

@Injectable()
export class KeepAuditMonthsJob {
  constructor(loops: Loops, months: MonthsService) {
    loops.add({
      name: 'keep-audit-months',
      everyMs,
      alone: true,
      work: async () => {
        await months.keep();
        return false;
      },
    });
  }
}
