/** The log is divided by months: there is one for what comes, and those past their time are taken out of it and kept beside it. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, SETTINGS, type Settings } from '@plaza/platform';
import { monthsAhead } from './recording/install';

@Injectable()
export class MonthsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @returns how many were made and how many were taken out */
  keep(): Promise<{ made: number; takenOut: number }> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ made: number; takenOut: number }[]>(
        `SELECT audit.make_months($1::timestamptz + make_interval(months => $2)) AS made,
                audit.take_out_months($1::timestamptz - make_interval(months => $3)) AS "takenOut"`,
        [this.clock.now(), monthsAhead, this.settings.audit.keptMonths],
      );
      return row ?? { made: 0, takenOut: 0 };
    });
  }
}
