/**
 * Transfer records that come from an export and not over the stream, many at a time. What is known already stays as it is; what
 * nobody has processed is worked like any other.
 */
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { RecordNoting, type TransferBranch } from './noting.service';
import type { Content, ReadRecord, Rejection } from './record-content';

/** New, here with the same content, or here with other content, which stays. */
export interface TransferImport {
  key: string;
  outcome: 'created' | 'same' | 'different';
}

@Injectable()
export class TransferImports {
  constructor(
    private readonly database: Database,
    private readonly noting: RecordNoting,
  ) {}

  /** The record, or why it cannot be one. */
  read(branch: TransferBranch): ReadRecord | Rejection {
    return this.noting.read(branch);
  }

  /**
   * @param given each key once
   * @returns what became of each
   */
  async bring(
    given: readonly ReadRecord[],
    { dryRun = false }: { dryRun?: boolean } = {},
  ): Promise<TransferImport[]> {
    const known = new Map(
      (
        await this.database.read<{ key: string; content: Content }>(
          'SELECT key, content FROM transfers.records WHERE key = ANY ($1::text[])',
          [given.map(({ key }) => key)],
        )
      ).map(({ key, content }) => [key, content]),
    );
    if (!dryRun) await this.noting.noteRead(given.filter(({ key }) => !known.has(key)));
    return given.map(({ key, content }) => {
      const there = known.get(key);
      if (there === undefined) return { key, outcome: 'created' };
      return { key, outcome: isDeepStrictEqual(there, content) ? 'same' : 'different' };
    });
  }
}
