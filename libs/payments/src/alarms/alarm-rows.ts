/** Raises alarms within the transaction that saw their cause. */
import { newId, type Tx } from '@plaza/platform';
import type { RaisedAlarm } from './alarm';

/** An alarm that nobody has acknowledged yet grows by what comes after it, so that a bad day does not bury the good ones. */
export async function raiseAlarms(tx: Tx, alarms: readonly RaisedAlarm[], at: Date): Promise<void> {
  for (const { kind, topic, partition, firstOffset, lastOffset } of alarms) {
    await tx.query(
      `INSERT INTO payments.alarms
         (alarm_id, kind, topic, partition, first_offset, last_offset, raised_at, last_raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
       ON CONFLICT (kind, topic, partition) WHERE acknowledged_at IS NULL DO UPDATE
       SET occurrences = alarms.occurrences + 1, last_raised_at = excluded.last_raised_at,
           first_offset = least(alarms.first_offset, excluded.first_offset),
           last_offset = greatest(alarms.last_offset, excluded.last_offset)`,
      [newId(), kind, topic, partition, String(firstOffset), String(lastOffset), at],
    );
  }
}
