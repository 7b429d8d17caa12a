/**
 * The offsets of the local log, which stands in for Kafka where there is none: one partition per topic. Taking offsets locks
 * the topic's counter until the transaction ends, so there are no gaps and no two messages at one place.
 */
import type { Tx } from '@plaza/platform';
import type { PaymentType } from './payment-message';

export interface LocalRange {
  topic: PaymentType;
  partition: number;
  firstOffset: bigint;
  lastOffset: bigint;
  count: number;
}

const onlyPartition = 0;

export async function takeOffsets(tx: Tx, topic: PaymentType, count: number): Promise<LocalRange> {
  const [row] = await tx.query<{ next_offset: string }[]>(
    `INSERT INTO payments.local_log AS log (topic, partition, next_offset) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT local_log_pk DO UPDATE SET next_offset = log.next_offset + $3
     RETURNING next_offset`,
    [topic, onlyPartition, count],
  );
  const next = BigInt(row?.next_offset ?? count);
  return { topic, partition: onlyPartition, firstOffset: next - BigInt(count), lastOffset: next - 1n, count };
}
