/** What can be asked about transfer records. */
import { Injectable } from '@nestjs/common';
import { Conditions, Database, readList, type CountedPage, type StaffPageWish } from '@plaza/platform';
import type { Content } from './records/record-content';
import type { RecordStatus } from './records/record-status';
import { recordUnknown } from './transfers.errors';

export interface TransferView {
  key: string;
  status: RecordStatus;
  companyKey: string | null;
  /** The date that its owner wrote; null where there is none that can be read. */
  datedAt: Date | null;
  /** The scores of its streams, joined by `|`. */
  result: string | null;
  /** Why it failed, was left alone or is tried again later; null for what went well. */
  reasonCode: string | null;
  reason: string | null;
  /** How often its next step came to nothing. */
  attempts: number;
  notedAt: Date;
  takenAt: Date | null;
  screenedAt: Date | null;
  endedAt: Date | null;
  /** When it is worked next at the earliest; null when it has ended. */
  nextAttemptAt: Date | null;
}

export interface StreamView {
  /** Counted from 1. */
  number: number;
  audioUrl: string;
  askedAt: Date;
  tookMs: number;
  score: number | null;
}

export interface TransferStory extends TransferView {
  /** How often it was screened from the beginning. */
  round: number;
  /** What was answered about its streams the last time. */
  streams: StreamView[];
  /** The record as it was when it was read last. */
  record: Content;
}

export interface TransferFilter extends StaffPageWish {
  status?: RecordStatus;
}

const columns = `key, status, company_key AS "companyKey", dated_at AS "datedAt", result, reason_code AS "reasonCode", reason,
  attempts, noted_at AS "notedAt", taken_at AS "takenAt", screened_at AS "screenedAt", ended_at AS "endedAt",
  next_attempt_at AS "nextAttemptAt"`;

@Injectable()
export class TransferRecords {
  constructor(private readonly database: Database) {}

  /** @throws PlazaError `transfers.record-unknown` */
  async get(key: string): Promise<TransferStory> {
    const [story] = await this.database.read<Omit<TransferStory, 'streams'>>(
      `SELECT ${columns}, round, content AS record FROM transfers.records WHERE key = $1`,
      [key],
    );
    if (!story) throw recordUnknown(key);
    const streams = await this.database.read<StreamView>(
      `SELECT number, audio_url AS "audioUrl", asked_at AS "askedAt", took_ms AS "tookMs", score
       FROM transfers.answers WHERE key = $1 AND round = $2 ORDER BY number`,
      [key, story.round],
    );
    return { ...story, streams };
  }

  /**
   * Those that were noted last first.
   * @throws InvalidInput when `after` is no cursor
   */
  list({ status, ...page }: TransferFilter): Promise<CountedPage<TransferView>> {
    return readList<TransferView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'transfers.records',
        columns,
        conditions: new Conditions().add('status = ?', status),
        place: [
          ['noted_at', 'instant'],
          ['key', 'text'],
        ],
        sort: '-notedAt',
        placeOf: ({ notedAt, key }) => [notedAt.toISOString(), key],
      },
      page,
    );
  }
}
