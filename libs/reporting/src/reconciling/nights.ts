/** Reconciles once a night, whichever process it is. */
import { Inject, Injectable } from '@nestjs/common';
import { civilDayOf, Clock, Database, SETTINGS, startOfDay, type Settings } from '@plaza/platform';
import { Reconciliation } from './reconciliation.service';

/** After midnight where the shop is, when least is going on. */
const afterMidnightMs = 3 * 60 * 60_000;

@Injectable()
export class Nights {
  constructor(
    private readonly reconciliation: Reconciliation,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** True when it was done just now. */
  async reconcileDue(): Promise<boolean> {
    const now = this.clock.now();
    const { zone } = this.settings.report;
    const midnight = startOfDay(civilDayOf(now, zone), zone);
    if (now.getTime() < midnight.getTime() + afterMidnightMs) return false;
    const done = await this.database.read('SELECT FROM reporting.nights WHERE began_at = $1', [midnight]);
    if (done.length > 0) return false;
    const result = await this.reconciliation.run();
    await this.database.transaction((tx) =>
      tx.query(
        `INSERT INTO reporting.nights (began_at, done_at, result) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT nights_pk DO NOTHING`,
        [midnight, this.clock.now(), JSON.stringify(result)],
      ),
    );
    return true;
  }
}
