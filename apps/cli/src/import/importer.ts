/**
 * What an importer is: it reads a source as it streams by and accounts for every row of it. Whatever it reads, it may be run again:
 * what is there already stays as it is.
 */
import type { INestApplicationContext } from '@nestjs/common';
import type { Option } from 'commander';

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
  /** Of amounts that name none. */
  currency: string;
}

export interface Importer {
  /** The word behind `plaza import`. */
  name: string;
  about: string;
  /** What a file of it could be called. */
  example: string;
  /** What it takes, repairs and refuses, for its help. */
  teaching: string;
  /** What it can be told besides. */
  options?: readonly Option[];
  /** Accounts for all rows of a file, some at a time. */
  run(app: INestApplicationContext, file: string, options: ImportOptions): AsyncIterable<RowAccount[]>;
}

/** Brought in by one transaction. */
export const batchRowsMax = 500;

/** A row of which nothing can be taken. */
export interface RefusedRow extends Pick<RowAccount, 'line' | 'key'> {
  refusal: string;
}

/**
 * The row, or its refusal when one of the same key came before.
 * @param seen the keys until now, to which this one comes
 * @param refusal what is said of a row that comes again
 */
function refusedIfRepeated<Row extends { line: number }>(
  read: Row | RefusedRow,
  { seen, keyOf, refusal }: { seen: Set<string>; keyOf: (row: Row) => string; refusal: string },
): Row | RefusedRow {
  if ('refusal' in read) return read;
  const key = keyOf(read);
  if (seen.has(key)) return { line: read.line, key, refusal };
  seen.add(key);
  return read;
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

interface Known<Row, Taken extends { line: number }, Outcome> {
  /** What is read of one row of the source. */
  read: (row: Row) => Taken | RefusedRow;
  /** By what it is known. */
  keyOf: (taken: Taken) => string;
  /** What is said of a row whose key stands in the file before. */
  repeated: string;
  /** Brings in what can be taken. @returns what became of each, in the same order */
  bring: (taken: readonly Taken[]) => Promise<readonly (Outcome | undefined)[]>;
  accountOf: (taken: Taken, outcome: Outcome | undefined) => RowAccount;
}

/** Accounts for rows that are known by a key, each of which counts once: brought in so many at a time. */
export async function* bringingKnown<Row, Taken extends { line: number }, Outcome>(
  rows: AsyncIterable<Row>,
  { read, keyOf, repeated, bring, accountOf }: Known<Row, Taken, Outcome>,
): AsyncGenerator<RowAccount[]> {
  const seen = new Set<string>();
  for await (const batch of inBatches(rows, batchRowsMax)) {
    const known = batch.map((row) => refusedIfRepeated(read(row), { seen, keyOf, refusal: repeated }));
    const taken = known.flatMap((one) => ('refusal' in one ? [] : [one]));
    const outcomes = (await bring(taken)).values();
    yield known.map((one) =>
      'refusal' in one ? refusedAccount(one) : accountOf(one, outcomes.next().value),
    );
  }
}

/** The members of a batch in parts in which no two have the same key: what is brought in together cannot be there before. */
export function distinctParts<Member>(
  batch: readonly Member[],
  keyOf: (member: Member) => string,
): Member[][] {
  const parts: Member[][] = [];
  let keys = new Set<string>();
  for (const member of batch) {
    const key = keyOf(member);
    if (parts.length === 0 || keys.has(key)) {
      parts.push([]);
      keys = new Set();
    }
    keys.add(key);
    parts.at(-1)?.push(member);
  }
  return parts;
}

function refusedAccount({ line, key, refusal }: RefusedRow): RowAccount {
  return { line, key, outcome: 'refused', words: [refusal] };
}

/** What the account says of a row, by what became of what it is about. */
export function knownAccount(
  { line, key }: Pick<RowAccount, 'line' | 'key'>,
  outcome: 'created' | 'same' | 'different' | undefined,
  repairs: string[],
): RowAccount {
  switch (outcome) {
    case 'created':
      return { line, key, outcome: repairs.length > 0 ? 'repaired' : 'taken', words: repairs };
    case 'same':
      return { line, key, outcome: 'unchanged', words: repairs };
    case 'different':
      return { line, key, outcome: 'kept', words: ['It is here already with other content, which stays'] };
    case undefined:
      throw new Error(`Nothing was said of ${key ?? 'a row'}`);
  }
}
