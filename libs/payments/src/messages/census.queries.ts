/**
 * The census: for every topic and partition what was received and what became of it. It is counted anew each time, in one
 * statement and so in one instant: the outcomes always add up to what was received, whatever is going on meanwhile.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { outcomes, type Outcome } from './outcome';

export interface CensusEntry extends Record<Outcome, number> {
  topic: string;
  partition: number;
  received: number;
  firstOffset: number;
  lastOffset: number;
  /** How many offsets between the first and the last are missing. */
  gaps: number;
  /** Where they are missing, the first hundred stretches. */
  missing: { from: number; to: number }[];
}

interface Row extends Omit<CensusEntry, Exclude<Outcome, 'stored'>> {
  /** All but stored; null when there are no others. */
  outcomes: Partial<Record<Outcome, number>> | null;
}

const missingMax = 100;

/** Most messages are stored, so those are what is left when the others are counted: two indexes tell all, and no message is read. */
const count = `
  WITH received AS (
    SELECT topic, partition, count(*) AS received, min(message_offset) AS first, max(message_offset) AS last
    FROM payments.messages GROUP BY topic, partition
  ), not_stored AS (
    SELECT topic, partition, sum(messages) AS messages, json_object_agg(outcome, messages) AS outcomes
    FROM (
      SELECT topic, partition, outcome, count(*) AS messages
      FROM payments.messages WHERE outcome <> 'stored' GROUP BY topic, partition, outcome
    ) AS by_outcome GROUP BY topic, partition
  ), partitions AS (
    SELECT topic, partition, received, first, last, received - coalesce(not_stored.messages, 0) AS stored, outcomes
    FROM received LEFT JOIN not_stored USING (topic, partition)
  )
  SELECT topic, partition, received::float8 AS received, stored::float8 AS stored, outcomes, first::float8 AS "firstOffset",
         last::float8 AS "lastOffset", (last - first + 1 - received)::float8 AS gaps,
         CASE WHEN received = last - first + 1 THEN '[]' ELSE (
           SELECT coalesce(json_agg(json_build_object('from', behind + 1, 'to', before - 1) ORDER BY behind), '[]')
           FROM (
             SELECT behind, before FROM (
               SELECT message_offset AS behind, lead(message_offset) OVER (ORDER BY message_offset) AS before
               FROM payments.messages
               WHERE messages.topic = partitions.topic AND messages.partition = partitions.partition
             ) AS neighbours
             WHERE before > behind + 1 ORDER BY behind LIMIT $1
           ) AS gap
         ) END AS missing
  FROM partitions ORDER BY topic, partition`;

@Injectable()
export class CensusQueries {
  constructor(private readonly database: Database) {}

  async census(): Promise<CensusEntry[]> {
    const rows = await this.database.read<Row>(count, [missingMax]);
    return rows.map(({ outcomes: others, ...entry }) => ({ ...withZeros(others ?? {}), ...entry }));
  }
}

function withZeros(counted: Partial<Record<Outcome, number>>): Record<Outcome, number> {
  const all = { stored: 0, duplicate: 0, conflicting: 0, declined: 0, rejected: 0, parked: 0, open: 0 };
  for (const outcome of outcomes) all[outcome] = counted[outcome] ?? 0;
  return all;
}
