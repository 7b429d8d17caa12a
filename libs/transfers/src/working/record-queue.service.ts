/** Works the records that are due, a few side by side; any number of processes may do so at once. */
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@plaza/platform';
import { Leases } from './leases';
import { RecordSettlement } from './record-settlement';
import { RecordWork } from './record-work.service';

const sideBySideMax = 8;

@Injectable()
export class RecordQueue {
  private readonly isConfigured: boolean;
  private readonly ageMsMax: number;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly settlement: RecordSettlement,
    private readonly recordWork: RecordWork,
    private readonly leases: Leases,
  ) {
    this.isConfigured = settings.transfers.source !== undefined;
    this.ageMsMax = settings.transfers.ageMsMax;
  }

  /** A bounded number; true when there may be more to do at once. */
  async workDue(): Promise<boolean> {
    if (!this.isConfigured) return false;
    const claims = await this.settlement.takeDue(sideBySideMax, this.leases.next(), this.ageMsMax);
    const works = await Promise.allSettled(claims.map((claim) => this.recordWork.work(claim)));
    for (const work of works) if (work.status === 'rejected') throw work.reason;
    return claims.length > 0;
  }
}
