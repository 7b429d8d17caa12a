/** What can be asked about messages and about what the error log is owed. */
import { Injectable } from '@nestjs/common';
import { Conditions, Database, readList, type CountedPage, type StaffPageWish } from '@plaza/platform';
import type { ErrorType, FailureKind } from '../reports/failures';
import type { Outcome } from './outcome';
import type { Place } from './place';

export interface MessageView {
  topic: string;
  partition: number;
  offset: number;
  outcome: Outcome;
  /** Null for what needs none: stored and open. */
  reasonCode: string | null;
  reason: string | null;
  /** The payment that it speaks of, as far as that can be made out. */
  paymentId: string | null;
  receivedAt: Date;
  producedAt: Date;
}

export interface MessageFilter extends StaffPageWish {
  outcome?: Outcome;
  topic?: string;
}

export const reportStatuses = ['waiting', 'in-doubt', 'delivered', 'refused'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export interface ErrorReportView {
  id: string;
  paymentId: string | null;
  kind: FailureKind;
  errorType: ErrorType;
  description: string;
  status: ReportStatus;
  attempts: number;
  lastFailure: string | null;
  createdAt: Date;
  deliveredAt: Date | null;
}

export interface ErrorReportFilter extends StaffPageWish {
  status?: ReportStatus;
}

const messageColumns = `topic, partition, message_offset::float8 AS "offset", outcome, reason_code AS "reasonCode", reason,
  payment_id AS "paymentId", received_at AS "receivedAt", produced_at AS "producedAt"`;

const reportColumns = `report_id AS id, payment_id AS "paymentId", kind, error_type AS "errorType", description, status,
  attempts, last_failure AS "lastFailure", created_at AS "createdAt",
  CASE status WHEN 'delivered' THEN ended_at END AS "deliveredAt"`;

@Injectable()
export class MessagesQueries {
  constructor(private readonly database: Database) {}

  /**
   * Topic by topic, the latest place first.
   * @throws InvalidInput when `after` is no cursor
   */
  list({ outcome, topic, ...page }: MessageFilter): Promise<CountedPage<MessageView>> {
    return readList<MessageView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'payments.messages',
        columns: messageColumns,
        conditions: new Conditions().add('outcome = ?', outcome).add('topic = ?', topic),
        under:
          outcome === undefined || outcome === 'stored' ? undefined : { column: 'outcome', value: outcome },
        place: [
          ['topic', 'text'],
          ['partition', 'number'],
          ['message_offset', 'number'],
        ],
        sort: '-offset',
        placeOf: (last) => [last.topic, last.partition, last.offset],
      },
      page,
    );
  }

  /** The message at a place; undefined when there is none. */
  async get({ topic, partition, offset }: Place): Promise<MessageView | undefined> {
    const rows = await this.database.read<MessageView>(
      `SELECT ${messageColumns} FROM payments.messages
       WHERE topic = $1 AND partition = $2 AND message_offset = $3`,
      [topic, partition, offset],
    );
    return rows[0];
  }

  /** What the error log has been told or is still owed about a message or its payment, the first one first. */
  async errorReportsAbout({ topic, partition, offset, paymentId }: MessageView): Promise<ErrorReportView[]> {
    return this.database.read<ErrorReportView>(
      `SELECT ${reportColumns} FROM payments.error_reports WHERE cause = ANY($1::text[]) ORDER BY report_id`,
      [[`${topic}/${String(partition)}/${String(offset)}`, ...(paymentId === null ? [] : [paymentId])]],
    );
  }

  /**
   * What the error log has been told or is still owed, newest first.
   * @throws InvalidInput when `after` is no cursor
   */
  errorReports({ status, ...page }: ErrorReportFilter): Promise<CountedPage<ErrorReportView>> {
    return readList<ErrorReportView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'payments.error_reports',
        columns: reportColumns,
        conditions: new Conditions().add('status = ?', status),
        place: [
          ['created_at', 'instant'],
          ['report_id', 'uuid'],
        ],
        sort: '-createdAt',
        placeOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      },
      page,
    );
  }
}
