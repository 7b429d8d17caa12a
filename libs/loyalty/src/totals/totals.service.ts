/**
 * Writes what every programme's total was at each minute, and that of all together, in the order of time and from where the series
 * ends: so what could not be written while ClickHouse was away is made up from the ledger by the same steps.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import type { ProgrammeMode, ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { historyOf, minuteBefore, minuteMs, type LedgerTotal, type TotalAt } from './total-history';
import { TotalsLag } from './totals-lag';
import { ALL_PROGRAMMES, TotalsSeries, type TotalPoint } from './totals-series';

/** A transaction may be decided in one minute and committed in the next; it is ended by the database before it takes that long. */
export const graceMs = 30_000;
const pointsAtOnceMax = 50_000;
const minutesAtOnceMax = 24 * 60;
const programmesMax = 40_000;

interface OpenedProgramme {
  name: ProgrammeName;
  id: string;
  openedAt: Date;
}

/** Minutes after `from`, until `to`. */
interface Stretch {
  from: Date;
  to: Date;
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

  /** A bounded number of minutes; true when there may be more to write at once. */
  async write(): Promise<boolean> {
    if (!this.series.isKept) return false;
    const through = minuteBefore(new Date(this.clock.now().getTime() - graceMs));
    const opened = await this.liveProgrammes(through);
    const [oldest] = opened;
    if (!oldest) return false;
    this.lag.begin();
    const from = (await this.series.last(ALL_PROGRAMMES)) ?? minuteBefore(oldest.openedAt);
    const minutesMax = Math.min(minutesAtOnceMax, Math.ceil(pointsAtOnceMax / (opened.length + 1)));
    const to = new Date(Math.min(through.getTime(), from.getTime() + minutesMax * minuteMs));
    this.lag.written(from);
    if (to <= from) return false;
    await this.series.add(await this.pointsOf(opened, { from, to }));
    this.lag.written(to);
    return to < through;
  }

  private async pointsOf(opened: readonly OpenedProgramme[], stretch: Stretch): Promise<TotalPoint[]> {
    const points: TotalPoint[] = [];
    const all = new Map<number, number>();
    for (const { name, id, openedAt } of opened) {
      for (const { at, outstanding } of await this.historyOf(name, stretch)) {
        if (at < openedAt) continue;
        points.push({ series: id, at, outstanding });
        all.set(at.getTime(), (all.get(at.getTime()) ?? 0) + outstanding);
      }
    }
    for (let at = stretch.from.getTime() + minuteMs; at <= stretch.to.getTime(); at += minuteMs) {
      points.push({ series: ALL_PROGRAMMES, at: new Date(at), outstanding: all.get(at) ?? 0 });
    }
    return points;
  }

  private async historyOf(name: ProgrammeName, { from, to }: Stretch): Promise<TotalAt[]> {
    const [told] = await this.programmes.read<LedgerTotal>(name, ledgerTotal, [from, to]);
    return told ? historyOf(told, { from, to }) : [];
  }

  /** The oldest first. */
  private async liveProgrammes(openedBefore: Date): Promise<OpenedProgramme[]> {
    const rows = await this.database.read<{
      partnerId: string;
      mode: ProgrammeMode;
      id: string;
      openedAt: Date;
    }>(
      `SELECT of_partner AS "partnerId", of_mode AS mode, of_programme AS id, opened AS "openedAt"
       FROM loyalty.live_programmes($1, $2)`,
      [openedBefore, programmesMax],
    );
    return rows.map(({ id, openedAt, ...name }) => ({ name, id, openedAt }));
  }
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
