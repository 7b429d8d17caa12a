/** Takes mails that are due for this process alone, with all that they hold, and notes what came of them. */
import type { Tx } from '@plaza/platform';
import type { Attachment, MailStatus } from './mail';
import type { OutgoingMail } from './mail-server';

export interface DueMail extends OutgoingMail {
  /** How often it was tried, this time included. */
  attempts: number;
}

export interface NotedMail {
  id: string;
  status: MailStatus;
  attempts: number;
  nextAttemptAt: Date;
  lastFailure: string | null;
}

/** A process that ends before it notes what came of them lets the time run out; then they are tried again. */
const take = `
  WITH due AS (
    SELECT mail_id FROM notifications.mails
    WHERE status = 'waiting' AND next_attempt_at <= $1
    ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE notifications.mails SET attempts = attempts + 1, next_attempt_at = $2
    FROM due WHERE mails.mail_id = due.mail_id
    RETURNING mails.*
  )
  SELECT mail_id AS id, recipient, subject, text, html, created_at AS "createdAt", attempts
  FROM taken ORDER BY mail_id`;

const attachmentsOf = `
  SELECT mail_id AS "mailId", filename, content_type AS "contentType", content_id AS "contentId", content
  FROM notifications.attachments WHERE mail_id = ANY($1::uuid[]) ORDER BY mail_id, number`;

const note = `
  UPDATE notifications.mails
  SET status = noted.status, attempts = noted.attempts, next_attempt_at = noted.next_attempt_at,
      last_failure = noted.last_failure, ended_at = CASE WHEN noted.status <> 'waiting' THEN $1::timestamptz END
  FROM unnest($2::uuid[], $3::text[], $4::integer[], $5::timestamptz[], $6::text[])
    AS noted (mail_id, status, attempts, next_attempt_at, last_failure)
  WHERE mails.mail_id = noted.mail_id AND mails.status = 'waiting'`;

interface AttachmentRow extends Omit<Attachment, 'contentId'> {
  mailId: string;
  contentId: string | null;
}

export async function takeDueMails(tx: Tx, now: Date, until: Date, most: number): Promise<DueMail[]> {
  const mails = await tx.query<Omit<DueMail, 'attachments'>[]>(take, [now, until, most]);
  if (mails.length === 0) return [];
  const rows = await tx.query<AttachmentRow[]>(attachmentsOf, [mails.map(({ id }) => id)]);
  return mails.map((mail) => ({
    ...mail,
    attachments: rows.filter(({ mailId }) => mailId === mail.id).map(attachmentOf),
  }));
}

function attachmentOf({ filename, contentType, contentId, content }: AttachmentRow): Attachment {
  return { filename, contentType, content, ...(contentId !== null && { contentId }) };
}

export async function noteMails(tx: Tx, mails: readonly NotedMail[], now: Date): Promise<void> {
  await tx.query(note, [
    now,
    mails.map(({ id }) => id),
    mails.map(({ status }) => status),
    mails.map(({ attempts }) => attempts),
    mails.map(({ nextAttemptAt }) => nextAttemptAt),
    mails.map(({ lastFailure }) => lastFailure),
  ]);
}
