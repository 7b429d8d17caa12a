/** Notes that a partition of Kafka has begun anew, so that what is kept of its former log and what comes now lie apart. */
import type { Tx } from '@plaza/platform';
import { raiseAlarms } from '../alarms/alarm-rows';
import { keptPartition, type PartitionPast } from './continuity';

export interface KafkaPartition {
  topic: string;
  /** Kafka's own number. */
  partition: number;
}

/** Another process may have noted it first; then this waits for it. */
export async function beginAnew(
  tx: Tx,
  { topic, partition }: KafkaPartition,
  { incarnation, lastOffset }: PartitionPast,
  at: Date,
): Promise<void> {
  const noted = await tx.query<unknown[]>(
    `INSERT INTO payments.incarnations (topic, partition, incarnation, began_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT incarnations_pk DO NOTHING RETURNING incarnation`,
    [topic, partition, incarnation + 1, at],
  );
  if (noted.length === 0) return;
  const kept = { topic, partition: keptPartition(partition, incarnation) };
  const ended = { firstOffset: 0n, lastOffset: lastOffset ?? 0n };
  await raiseAlarms(tx, [{ kind: 'topic-begun-anew', ...kept, ...ended }], at);
}
