/** Folds the many rows of the tallies into few, so that their sum stays quick to read. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';

/** Fewer rows are read as quickly as folded ones. */
const rowsMax = 1_000;
const foldedMax = 20_000;

/** Whoever reads meanwhile sees either the rows or their sum; two who fold at once take different rows. */
const fold = `
  WITH chosen AS (
    SELECT position FROM payments.tallies ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED
  ), gone AS (
    DELETE FROM payments.tallies USING chosen WHERE tallies.position = chosen.position
    RETURNING topic, partition, outcome, messages
  ), folded AS (
    INSERT INTO payments.tallies (topic, partition, outcome, messages)
    SELECT topic, partition, outcome, sum(messages) FROM gone GROUP BY topic, partition, outcome
    HAVING sum(messages) <> 0
  )
  SELECT count(*)::integer AS count FROM gone`;

@Injectable()
export class Tallies {
  constructor(private readonly database: Database) {}

  /** Folds a bounded number of rows when there are many; true when there may be more. */
  async fold(): Promise<boolean> {
    const [many] = await this.database.read<{ count: number }>(
      'SELECT count(*)::integer AS count FROM (SELECT FROM payments.tallies LIMIT $1) AS counted',
      [rowsMax],
    );
    if ((many?.count ?? 0) < rowsMax) return false;
    return this.database.transaction(async (tx) => {
      const [gone] = await tx.query<{ count: number }[]>(fold, [foldedMax]);
      return gone?.count === foldedMax;
    });
  }
}
