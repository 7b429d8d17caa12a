/**
 * What an importer is: it reads a source as it streams by and accounts for every row of it. Whatever it reads, it may be run again:
 * what is there already stays as it is.
 */
import type { INestApplicationContext } from '@nestjs/common';
import type { SourceLine } from './source-lines';

/**
 * `taken` as it is, `repaired` and taken, `unchanged` because it is here with the same content, `kept` because it is here with
 * other content, which stays; `refused`.
 */
export const rowOutcomes = ['taken', 'repaired', 'unchanged', 'kept', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What became of one row of a source. */
export interface RowAccount {
  /** Where it begins in the file, counted from 1. */
  line: number;
  /** What the source calls it; null where that cannot be read. */
  key: string | null;
  outcome: RowOutcome;
  /** How it was repaired, or why it was refused. */
  words: string[];
}

export interface ImportOptions {
  /** Says what would become of the rows, and writes nothing. */
  dryRun: boolean;
}

export interface Importer {
  /** The word behind `plaza import`. */
  name: string;
  about: string;
  /** What it takes, repairs and refuses, for its help. */
  teaching: string;
  /** Accounts for rows in the order of the source, some at a time. */
  run(
    app: INestApplicationContext,
    lines: AsyncIterable<SourceLine>,
    options: ImportOptions,
  ): AsyncIterable<RowAccount[]>;
}

/** The members of a source, so many at a time. */
export async function* inBatches<Member>(
  members: AsyncIterable<Member>,
  size: number,
): AsyncGenerator<Member[]> {
  let batch: Member[] = [];
  for await (const member of members) {
    batch.push(member);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
