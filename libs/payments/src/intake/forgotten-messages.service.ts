/**
 * Notices messages that Kafka no longer has though they were never taken, also where no other comes after them that would show it:
 * a partition that begins behind the next one that is to come has forgotten what lay between.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@plaza/platform';
import { raiseAlarms } from '../alarms/alarm-rows';
import { PaymentStream, type PartitionStart } from '../requests/payment-stream';
import { partitionsPerIncarnation } from './continuity';

/** Of a partition that was never met nobody can say what was on it, and what an alarm has told is not told again. */
const forgotten = `
  WITH here AS (
    SELECT start.topic, start.first_offset, start.partition + ${partitionsPerIncarnation} * coalesce(
             (SELECT max(incarnation) FROM payments.incarnations
              WHERE incarnations.topic = start.topic AND incarnations.partition = start.partition), 0) AS partition
    FROM unnest($1::text[], $2::integer[], $3::bigint[]) AS start (topic, partition, first_offset)
  )
  SELECT topic, partition, (kept.last_offset + 1)::text AS "firstOffset", (here.first_offset - 1)::text AS "lastOffset"
  FROM here CROSS JOIN LATERAL (
    SELECT max(message_offset) AS last_offset FROM payments.messages
    WHERE messages.topic = here.topic AND messages.partition = here.partition
  ) AS kept
  WHERE here.first_offset > kept.last_offset + 1 AND NOT EXISTS (
    SELECT FROM payments.alarms
    WHERE kind = 'offsets-missing' AND alarms.topic = here.topic AND alarms.partition = here.partition
      AND alarms.last_offset >= here.first_offset - 1)`;

interface Stretch {
  topic: string;
  partition: number;
  firstOffset: string;
  lastOffset: string;
}

@Injectable()
export class ForgottenMessages {
  constructor(
    private readonly stream: PaymentStream,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws when the stream cannot be asked now */
  async look(): Promise<void> {
    const starts = await this.stream.starts();
    if (starts.length === 0) return;
    await this.database.transaction(async (tx) => {
      const stretches = await readForgotten(tx, starts);
      const alarms = stretches.map(({ firstOffset, lastOffset, ...place }) => ({
        ...{ kind: 'offsets-missing' as const, ...place },
        ...{ firstOffset: BigInt(firstOffset), lastOffset: BigInt(lastOffset) },
      }));
      await raiseAlarms(tx, alarms, this.clock.now());
    });
  }
}

function readForgotten(tx: Tx, starts: readonly PartitionStart[]): Promise<Stretch[]> {
  return tx.query<Stretch[]>(forgotten, [
    starts.map(({ topic }) => topic),
    starts.map(({ partition }) => partition),
    starts.map(({ firstOffset }) => String(firstOffset)),
  ]);
}
