/** What an order would earn and why, without anything being given. */
import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput } from '@plaza/platform';
import { noEarningRules } from '../loyalty.errors';
import type { ProgrammeName } from '../programmes/programme';
import { ProgrammeSettingsService } from '../programmes/programme-settings.service';
import { Programmes } from '../programmes/programmes';
import { earn, type Earned, type Purchase } from './earn';
import { contradictionsOf, type EarningRules } from './earning-rules';

export interface TriedPurchase extends Omit<Purchase, 'currency'> {
  /** That of the rules unless told. */
  currency?: string | undefined;
  /** When it is paid; now, unless told. */
  at?: Date | undefined;
}

@Injectable()
export class EarningQueries {
  constructor(
    private readonly programmes: Programmes,
    private readonly settings: ProgrammeSettingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param rules to be tried in place of those of the programme
   * @throws PlazaError `loyalty.no-earning-rules`; InvalidInput
   */
  async explain(name: ProgrammeName, purchase: TriedPurchase, rules?: EarningRules): Promise<Earned> {
    const counting = rules ?? (await this.settings.get(name)).earning;
    if (!counting) throw noEarningRules();
    const faults = contradictionsOf(counting);
    if (faults.length > 0) {
      throw new InvalidInput(faults.map(({ pointer, detail }) => ({ pointer: `/rules${pointer}`, detail })));
    }
    const { currency = counting.currency, at = await this.nowIn(name) } = purchase;
    return earn({ ...purchase, currency }, counting, at);
  }

  /** Whether a member of the programme is this customer of the shop. */
  async knows(name: ProgrammeName, customerId: string): Promise<boolean> {
    const found = await this.programmes.read<object>(
      name,
      `SELECT FROM loyalty.members
       WHERE members.programme_id = programme.id AND members.customer_id = $3`,
      [customerId],
    );
    return found.length > 0;
  }

  private async nowIn(name: ProgrammeName): Promise<Date> {
    const now = this.clock.now();
    return (await this.programmes.find(name))?.at(now) ?? now;
  }
}
