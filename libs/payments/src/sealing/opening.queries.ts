/**
 * Whether the keys that are configured open what is kept sealed: asked of the oldest and the newest messages of every partition, so
 * that a key which went missing is found out before somebody needs what it has sealed.
 */
import { Injectable } from '@nestjs/common';
import { Database, Sealing, type Sealed } from '@plaza/platform';
import type { Place } from '../messages/place';

interface Sample extends Place {
  sealed: Sealed;
}

@Injectable()
export class OpeningQueries {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  /** @param each how many of the oldest and of the newest messages of a partition are tried */
  async unopened(each: number): Promise<Place[]> {
    const samples = await this.database.read<Sample>(
      `SELECT topic, partition, message_offset::float8 AS "offset", sealed
       FROM (SELECT DISTINCT topic, partition FROM payments.tallies) AS partitions
       CROSS JOIN LATERAL (
         (SELECT message_offset, sealed FROM payments.messages AS message
          WHERE message.topic = partitions.topic AND message.partition = partitions.partition
          ORDER BY message_offset LIMIT $1)
         UNION
         (SELECT message_offset, sealed FROM payments.messages AS message
          WHERE message.topic = partitions.topic AND message.partition = partitions.partition
          ORDER BY message_offset DESC LIMIT $1)
       ) AS ends
       ORDER BY topic, partition, message_offset`,
      [each],
    );
    return samples
      .filter(({ sealed }) => this.sealing.openIfPossible(sealed) === null)
      .map(({ topic, partition, offset }) => ({ topic, partition, offset }));
  }
}
