/**
 * Writes what every programme's total was at each minute, and that of all together, in the order of time and from where each series
 * ends: so what could not be written while ClickHouse was away is made up from the ledger by the same steps.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { historyOf, minuteBefore, minuteMs, type LedgerTotal } from './total-history';
import { TotalsLag } from './totals-lag';
import { ALL_PROGRAMMES, TotalsSeries, type TotalPoint } from './totals-series';

/** A transaction may be decided in one minute and committed in the next; it is ended by the database before it takes that long. */
export const graceMs = 30_000;
const programmesAtOnceMax = 200;
const pointsAtOnceMax = 50_000;
const minutesAtOnceMax = 24 * 60;

/** No programme's id comes before it. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

interface OpenedProgramme extends ProgrammeName {
  id: string;
  openedAt: Date;
}

/** Minutes after `from`, until `to`. */
interface Stretch {
  from: Date;
  to: Date;
}

/** How far some programmes are written. */
interface Reached {
  /** Until then every one of them. */
  until: Date;
  firstOpened: Date;
  /** Of how many the ledger could not tell. */
  failing: number;
  /** There may be more to write of them at once. */
  mayGoOn: boolean;
}

@Injectable()
export class TotalsService {
  constructor(
    private readonly series: TotalsSeries,
    private readonly lag: TotalsLag,
    private readonly programmes: Programmes,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A bounded number of minutes of each; true when there may be more to write at once. A programme of which the ledger cannot tell
   * waits, and with it the series of all together; the others go on.
   */
  async write(): Promise<boolean> {
    if (!this.series.isKept) return false;
    const through = minuteBefore(new Date(this.clock.now().getTime() - graceMs));
    const reached: Reached[] = [];
    for (let behind = beforeAll; ;) {
      const some = await this.liveProgrammes(through, behind);
      const last = some.at(-1);
      if (!last) break;
      this.lag.begin();
      reached.push(await this.writeSome(some, through));
      behind = last.id;
    }
    if (reached.length === 0) return false;
    const together = togetherOf(reached);
    this.lag.failing(together.failing);
    return (await this.writeAll(together)) || together.mayGoOn;
  }

  /** What each has until `through`, in one insert. */
  private async writeSome(some: readonly OpenedProgramme[], through: Date): Promise<Reached> {
    const minutesMax = Math.min(minutesAtOnceMax, Math.ceil(pointsAtOnceMax / some.length));
    const ends = await this.series.lastOf(some.map(({ id }) => id));
    const points: TotalPoint[] = [];
    const due = some.map((programme) => ({
      ...programme,
      ...stretch(ends.get(programme.id) ?? minuteBefore(programme.openedAt), through, minutesMax),
    }));
    const told = new Map<string, Date>();
    await this.programmes.oneByOne(due, async (programme) => {
      const { id, from, to } = programme;
      if (to > from) points.push(...(await this.historyOf(programme)));
      told.set(id, to);
      return true;
    });
    if (points.length > 0) await this.series.add(points);
    const reached = due.map(({ id, from }) => told.get(id) ?? from);
    return {
      until: earliest(reached),
      firstOpened: earliest(some.map(({ openedAt }) => openedAt)),
      failing: some.length - told.size,
      mayGoOn: [...told.values()].some((to) => to < through),
    };
  }

  /** The sums of what is written of each: true when there may be more to write at once. */
  private async writeAll({ until, firstOpened }: Reached): Promise<boolean> {
    const ends = await this.series.lastOf([ALL_PROGRAMMES]);
    const { from, to } = stretch(
      ends.get(ALL_PROGRAMMES) ?? minuteBefore(firstOpened),
      until,
      minutesAtOnceMax,
    );
    this.lag.written(from);
    if (to <= from) return false;
    const sums = await this.series.sumsOfEach(from, to);
    await this.series.add(sums.map((sum) => ({ series: ALL_PROGRAMMES, ...sum })));
    this.lag.written(to);
    return to < until;
  }

  private async historyOf(programme: OpenedProgramme & Stretch): Promise<TotalPoint[]> {
    const { id, from, to } = programme;
    const [told] = await this.programmes.read<LedgerTotal>(programme, ledgerTotal, [from, to]);
    const history = told ? historyOf(told, { from, to }) : [];
    return history.map((total) => ({ series: id, ...total }));
  }

  /** In the order of their ids, those after this one. */
  private liveProgrammes(openedBefore: Date, behind: string): Promise<OpenedProgramme[]> {
    return this.database.read<OpenedProgramme>(
      `SELECT of_partner AS "partnerId", of_mode AS mode, of_programme AS id, opened AS "openedAt"
       FROM loyalty.live_programmes($1, $2, $3)`,
      [openedBefore, behind, programmesAtOnceMax],
    );
  }
}

function stretch(from: Date, until: Date, minutesMax: number): Stretch {
  return { from, to: earliest([until, new Date(from.getTime() + minutesMax * minuteMs)]) };
}

function togetherOf(reached: readonly Reached[]): Reached {
  return {
    until: earliest(reached.map(({ until }) => until)),
    firstOpened: earliest(reached.map(({ firstOpened }) => firstOpened)),
    failing: reached.reduce((sum, { failing }) => sum + failing, 0),
    mayGoOn: reached.some(({ mayGoOn }) => mayGoOn),
  };
}

function earliest(instants: readonly Date[]): Date {
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}

/** $3 and $4 are the stretch. What goes between a programme's own accounts and its members' changes the total. */
const ledgerTotal = `
  WITH own AS MATERIALIZED (
    SELECT id, balance FROM loyalty.accounts WHERE accounts.programme_id = programme.id AND stripe IS NOT NULL
  ), moved AS MATERIALIZED (
    SELECT entries.at,
           CASE WHEN from_account_id IN (SELECT id FROM own) THEN points ELSE 0 END
             - CASE WHEN to_account_id IN (SELECT id FROM own) THEN points ELSE 0 END AS points
    FROM loyalty.entries WHERE entries.programme_id = programme.id AND entries.at > $3
  ), due AS MATERIALIZED (
    SELECT greatest(expires_at, CASE kind WHEN 'held' THEN due_at END) AS at, balance AS points
    FROM loyalty.accounts WHERE accounts.programme_id = programme.id AND due_at <= $4 AND expires_at <= $4
  )
  SELECT (SELECT -sum(balance) FROM own) AS written,
         (SELECT coalesce(sum(points), 0) FROM moved WHERE at > $4) AS "changedAfter",
         (SELECT json_agg(change) FROM (
            SELECT date_trunc('minute', at - interval '1 microsecond') + interval '1 minute' AS at, sum(points) AS points
            FROM moved WHERE at <= $4 GROUP BY 1) AS change) AS changes,
         (SELECT json_agg(change) FROM (
            SELECT greatest(date_trunc('minute', at - interval '1 microsecond') + interval '1 minute',
                            date_trunc('minute', $3::timestamptz) + interval '1 minute') AS at, sum(points) AS points
            FROM due GROUP BY 1) AS change) AS unwritten`;
