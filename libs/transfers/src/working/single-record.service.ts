/** Works one record when somebody asks for it: ahead of all others, whatever became of it before, and also when it was never noted. */
import { Injectable } from '@nestjs/common';
import { PlazaError } from '@plaza/platform';
import { RecordNoting } from '../records/noting.service';
import { TransferSource } from '../source/transfer-source';
import { recordUnknown } from '../transfers.errors';
import { Leases } from './leases';
import { RecordSettlement, type Claim } from './record-settlement';
import { RecordWork, type Tell } from './record-work.service';

@Injectable()
export class SingleRecord {
  constructor(
    private readonly source: TransferSource,
    private readonly noting: RecordNoting,
    private readonly settlement: RecordSettlement,
    private readonly recordWork: RecordWork,
    private readonly leases: Leases,
  ) {}

  /**
   * As far as it goes now; what is left of it then is up to the queue.
   * @throws PlazaError `transfers.record-unknown`, `transfers.record-busy`, `transfers.not-configured`
   */
  async work(key: string, tell: Tell): Promise<void> {
    const claim = (await this.taken(key)) ?? (await this.takenAsNew(key));
    await this.recordWork.work(claim, tell);
  }

  /** Shows what would come of it, and changes nothing anywhere. */
  rehearse(key: string, tell: Tell): Promise<void> {
    return this.recordWork.rehearse(key, tell);
  }

  private async taken(key: string): Promise<Claim | undefined> {
    try {
      return await this.settlement.takeOne(key, this.leases.next());
    } catch (error) {
      if (error instanceof PlazaError && error.kind === 'not-found') return undefined;
      throw error;
    }
  }

  private async takenAsNew(key: string): Promise<Claim> {
    const found = await this.source.read({ key, branch: key });
    if (!found) throw recordUnknown(key);
    await this.noting.note([{ branch: key, value: found.content }]);
    return this.settlement.takeOne(key, this.leases.next());
  }
}
