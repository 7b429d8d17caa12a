/**
 * The census: for every topic and partition what was received and what became of it. The database tallies every message in the
 * transaction that logs it or changes its outcome; the sums are read in one statement and so in one instant, whatever is going on
 * meanwhile. A recount reads the log itself and says whether the tallies are right.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { outcomes, type Outcome } from './outcome';

export interface TallyEntry extends Record<Outcome, number> {
  topic: string;
  partition: number;
  received: number;
  firstOffset: number;
  lastOffset: number;
  /** How many offsets between the first and the last are missing. */
  gaps: number;
}

export interface CensusEntry extends TallyEntry {
  /** Where they are missing, the first hundred stretches. */
  missing: { from: number; to: number }[];
}

/** Where the tallies and the log say different things; nowhere, unless somebody changed one of them by hand. */
export interface TallyFault {
  topic: string;
  partition: number;
  outcome: string;
  tallied: number;
  counted: number;
}

interface Row extends Omit<TallyEntry, Outcome> {
  outcomes: Partial<Record<Outcome, number>>;
}

const missingMax = 100;

const tallies = `
  WITH tallied AS (
    SELECT topic, partition, outcome, sum(messages) AS messages FROM payments.tallies GROUP BY topic, partition, outcome
  ), partitions AS (
    SELECT topic, partition, sum(messages) AS received, json_object_agg(outcome, messages) AS outcomes
    FROM tallied GROUP BY topic, partition
  ), ranged AS (
    SELECT partitions.*,
           (SELECT min(message_offset) FROM payments.messages
            WHERE messages.topic = partitions.topic AND messages.partition = partitions.partition) AS first,
           (SELECT max(message_offset) FROM payments.messages
            WHERE messages.topic = partitions.topic AND messages.partition = partitions.partition) AS last
    FROM partitions WHERE received > 0
  )`;

const sums = `topic, partition, received::float8 AS received, outcomes, first::float8 AS "firstOffset",
  last::float8 AS "lastOffset", (last - first + 1 - received)::float8 AS gaps`;

const readTallies = `${tallies} SELECT ${sums} FROM ranged ORDER BY topic, partition`;

/** A partition is read through only where something is missing. */
const readCensus = `${tallies}
  SELECT ${sums}, CASE WHEN received = last - first + 1 THEN '[]' ELSE (
           SELECT coalesce(json_agg(json_build_object('from', behind + 1, 'to', before - 1) ORDER BY behind), '[]')
           FROM (
             SELECT behind, before FROM (
               SELECT message_offset AS behind, lead(message_offset) OVER (ORDER BY message_offset) AS before
               FROM payments.messages
               WHERE messages.topic = ranged.topic AND messages.partition = ranged.partition
             ) AS neighbours
             WHERE before > behind + 1 ORDER BY behind LIMIT $1
           ) AS gap
         ) END AS missing
  FROM ranged ORDER BY topic, partition`;

const compare = `
  SELECT topic, partition, outcome, coalesce(tallied, 0)::float8 AS tallied, coalesce(counted, 0)::float8 AS counted
  FROM (SELECT topic, partition, outcome, sum(messages) AS tallied FROM payments.tallies
        GROUP BY topic, partition, outcome) AS tally
  FULL JOIN (SELECT topic, partition, outcome, count(*) AS counted FROM payments.messages
             GROUP BY topic, partition, outcome) AS log USING (topic, partition, outcome)
  WHERE coalesce(tallied, 0) <> coalesce(counted, 0) ORDER BY topic, partition, outcome`;

@Injectable()
export class CensusQueries {
  constructor(private readonly database: Database) {}

  async census(): Promise<CensusEntry[]> {
    const rows = await this.database.read<Row & Pick<CensusEntry, 'missing'>>(readCensus, [missingMax]);
    return rows.map(asEntry);
  }

  /** The same without where offsets are missing, which takes no longer for a long log than for a short one. */
  async tally(): Promise<TallyEntry[]> {
    return (await this.database.read<Row>(readTallies)).map(asEntry);
  }

  /** Counts every message of the log, which takes its time, and tells where the tallies say something else. */
  recount(): Promise<TallyFault[]> {
    return this.database.read<TallyFault>(compare);
  }
}

function asEntry<Entry extends Row>({ outcomes: counted, ...entry }: Entry) {
  return { ...withZeros(counted), ...entry };
}

function withZeros(counted: Partial<Record<Outcome, number>>): Record<Outcome, number> {
  const all = {
    stored: 0,
    duplicate: 0,
    conflicting: 0,
    declined: 0,
    rejected: 0,
    parked: 0,
    open: 0,
    review: 0,
  };
  for (const outcome of outcomes) all[outcome] = counted[outcome] ?? 0;
  return all;
}
