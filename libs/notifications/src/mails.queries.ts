/** What staff can see of mail: of all of it to whom and what became of it, and the whole of what was captured. */
import { Injectable } from '@nestjs/common';
import { Conditions, Database, readList, type CountedPage, type StaffPageWish } from '@plaza/platform';
import type { MailStatus } from './mail';
import { attachmentUnknown, mailUnknown } from './notifications.errors';

export interface MailView {
  id: string;
  recipient: string;
  subject: string;
  status: MailStatus;
  /** How often it was tried. */
  attempts: number;
  lastFailure: string | null;
  createdAt: Date;
  /** Null while it waits. */
  endedAt: Date | null;
}

export interface AttachmentView {
  /** Counted from 1. */
  number: number;
  filename: string;
  contentType: string;
  bytes: number;
  /** Under which the HTML shows it; null for one that only hangs on the mail. */
  contentId: string | null;
}

export interface CapturedMail extends MailView {
  text: string;
  html: string | null;
  attachments: AttachmentView[];
}

export interface AttachmentContent {
  filename: string;
  contentType: string;
  content: Buffer;
}

export interface MailFilter extends StaffPageWish {
  status?: MailStatus;
}

/** Which mail: one to this recipient because of this. */
export interface MailOf {
  cause: string;
  recipient: string;
}

const columns = `mail_id AS id, recipient, subject, status, attempts, last_failure AS "lastFailure",
  created_at AS "createdAt", ended_at AS "endedAt"`;

@Injectable()
export class MailsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Newest first.
   * @throws InvalidInput when `after` is no cursor
   */
  list({ status, ...page }: MailFilter): Promise<CountedPage<MailView>> {
    return readList<MailView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'notifications.mails',
        columns,
        conditions: new Conditions().add('status = ?', status),
        place: [
          ['created_at', 'instant'],
          ['mail_id', 'uuid'],
        ],
        sort: '-createdAt',
        placeOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      },
      page,
    );
  }

  /** What became of each of these mails, in the same order; undefined for one that there is not. */
  async statuses(mails: readonly MailOf[]): Promise<(MailStatus | undefined)[]> {
    const rows = await this.database.read<{ status: MailStatus | null }>(
      `SELECT mails.status
       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (cause, recipient, turn)
       LEFT JOIN notifications.mails ON mails.cause = asked.cause AND lower(mails.recipient) = lower(asked.recipient)
       ORDER BY asked.turn`,
      [mails.map(({ cause }) => cause), mails.map(({ recipient }) => recipient)],
    );
    return rows.map(({ status }) => status ?? undefined);
  }

  /**
   * The whole of a mail that was captured.
   * @throws PlazaError `notifications.mail-unknown`
   */
  async captured(id: string): Promise<CapturedMail> {
    const [mail] = await this.database.read<Omit<CapturedMail, 'attachments'>>(
      `SELECT ${columns}, text, html FROM notifications.mails WHERE mail_id = $1 AND status = 'captured'`,
      [id],
    );
    if (!mail) throw mailUnknown(id);
    const attachments = await this.database.read<AttachmentView>(
      `SELECT number, filename, content_type AS "contentType", length(content) AS bytes, content_id AS "contentId"
       FROM notifications.attachments WHERE mail_id = $1 ORDER BY number`,
      [id],
    );
    return { ...mail, attachments };
  }

  /**
   * What hangs on a captured mail.
   * @throws PlazaError `notifications.attachment-unknown`
   */
  async attachment(id: string, number: number): Promise<AttachmentContent> {
    const [attachment] = await this.database.read<AttachmentContent>(
      `SELECT filename, content_type AS "contentType", content
       FROM notifications.attachments JOIN notifications.mails USING (mail_id)
       WHERE mail_id = $1 AND number = $2 AND status = 'captured'`,
      [id, number],
    );
    if (!attachment) throw attachmentUnknown(id, number);
    return attachment;
  }
}
