/** What a partner decides about its programme. */
import { Injectable } from '@nestjs/common';
import { thresholdsDefault, type ProgrammeName, type Thresholds } from './programme';
import { Programmes } from './programmes';

export interface ProgrammeSettings {
  thresholds: Thresholds;
}

@Injectable()
export class ProgrammeSettingsService {
  constructor(private readonly programmes: Programmes) {}

  async get(name: ProgrammeName): Promise<ProgrammeSettings> {
    return { thresholds: (await this.programmes.find(name))?.thresholds ?? thresholdsDefault };
  }

  /** From here on these lines count. Nobody is told that they were drawn anew, only when one is crossed. */
  put(name: ProgrammeName, { thresholds }: ProgrammeSettings): Promise<ProgrammeSettings> {
    const { balanceAbove, totalAbove } = thresholds;
    return this.programmes.writeOpened(name, async (tx, programme) => {
      await tx.query('UPDATE loyalty.programmes SET balance_above = $2, total_above = $3 WHERE id = $1', [
        programme.id,
        balanceAbove,
        totalAbove,
      ]);
      return { thresholds: { balanceAbove, totalAbove } };
    });
  }
}
