/** Alarms of the payment stream: what somebody has to have seen. They are raised where their cause is met, and end by a person. */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conditions,
  Database,
  readList,
  requestContext,
  type Actor,
  type CountedPage,
  type StaffPageWish,
} from '@plaza/platform';
import { alarmUnknown } from '../payments.errors';
import { wordsOf, type AlarmKind } from './alarm';

export interface AlarmView {
  id: string;
  kind: AlarmKind;
  /** What it means, in words. */
  description: string;
  topic: string;
  partition: number;
  /** The stretch of offsets that it is about, from the first occurrence to the last. */
  firstOffset: number;
  lastOffset: number;
  /** How often it was raised before somebody acknowledged it. */
  occurrences: number;
  raisedAt: Date;
  lastRaisedAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedBy: Actor | null;
  note: string | null;
}

export interface AlarmFilter extends StaffPageWish {
  acknowledged?: boolean;
}

interface Row extends Omit<AlarmView, 'description' | 'acknowledgedBy'> {
  byKind: Actor['kind'] | null;
  by: string | null;
}

const columns = `alarm_id AS id, kind, topic, partition, first_offset::float8 AS "firstOffset",
  last_offset::float8 AS "lastOffset", occurrences, raised_at AS "raisedAt", last_raised_at AS "lastRaisedAt",
  acknowledged_at AS "acknowledgedAt", acknowledged_by_kind AS "byKind", acknowledged_by AS by, note`;

@Injectable()
export class Alarms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The latest first.
   * @throws InvalidInput when `after` is no cursor
   */
  async list({ acknowledged, ...page }: AlarmFilter): Promise<CountedPage<AlarmView>> {
    const found = await readList<Row>(
      (sql, parameters) => this.database.read(sql, parameters),
      {
        table: 'payments.alarms',
        columns,
        conditions: new Conditions().addIsSet('acknowledged_at', acknowledged),
        place: [
          ['raised_at', 'instant'],
          ['alarm_id', 'uuid'],
        ],
        sort: '-raisedAt',
        placeOf: ({ raisedAt, id }) => [raisedAt.toISOString(), id],
      },
      page,
    );
    return { ...found, items: found.items.map(viewOf) };
  }

  /**
   * Notes who has seen it; whoever came first stays.
   * @throws PlazaError `payments.alarm-unknown`
   */
  async acknowledge(id: string, note: string | null): Promise<AlarmView> {
    const { actor } = requestContext.current();
    const rows = await this.database.transaction((tx) =>
      tx.query<[Row[]]>(
        `UPDATE payments.alarms
         SET acknowledged_at = coalesce(acknowledged_at, $2),
             note = CASE WHEN acknowledged_at IS NULL THEN $5 ELSE note END,
             acknowledged_by_kind = coalesce(acknowledged_by_kind, $3), acknowledged_by = coalesce(acknowledged_by, $4)
         WHERE alarm_id = $1 RETURNING ${columns}`,
        [id, this.clock.now(), actor?.kind ?? 'system', actor?.id ?? 'plaza', note],
      ),
    );
    const [row] = rows[0];
    if (!row) throw alarmUnknown(id);
    return viewOf(row);
  }

  /** How many of each kind nobody has acknowledged. */
  async open(): Promise<{ kind: AlarmKind; count: number }[]> {
    return this.database.read(
      `SELECT kind, count(*)::integer AS count FROM payments.alarms WHERE acknowledged_at IS NULL
       GROUP BY kind ORDER BY kind`,
    );
  }
}

function viewOf({ byKind, by, ...row }: Row): AlarmView {
  const acknowledgedBy = byKind !== null && by !== null ? { kind: byKind, id: by } : null;
  return { ...row, description: wordsOf(row.kind), acknowledgedBy };
}
