/**
 * Where a transaction leaves the mail that it wants sent: it is committed with its cause or not at all, and once for each cause
 * and recipient. Taking a `Tx` makes sending mail outside of a transaction impossible to compile.
 */
import { Injectable } from '@nestjs/common';
import { Clock, newId, Signals, type Tx } from '@plaza/platform';
import { faultsOfMail, type NewMail } from './mail';
import { mailInvalid } from './notifications.errors';

/** The signal that there is mail to send. */
export const MAIL_SIGNAL = 'plaza_mail';

const mailsAtOnceMax = 1_000;

const insertMails = `
  INSERT INTO notifications.mails (mail_id, cause, recipient, subject, text, html, created_at, next_attempt_at)
  SELECT mail_id, cause, recipient, subject, text, html, $1, $1
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    AS mail (mail_id, cause, recipient, subject, text, html)
  ORDER BY cause, lower(recipient)
  ON CONFLICT (cause, lower(recipient)) DO NOTHING
  RETURNING mail_id AS id`;

const insertAttachments = `
  INSERT INTO notifications.attachments (mail_id, number, filename, content_type, content_id, content)
  SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::text[], $6::bytea[])`;

@Injectable()
export class Mails {
  constructor(
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds what was not added before; the job sends it once the transaction is committed.
   * @throws PlazaError `notifications.mail-invalid`
   */
  async add(tx: Tx, mails: readonly NewMail[]): Promise<void> {
    if (mails.length === 0) return;
    refuseFaults(mails);
    const fresh = mails.map((mail) => ({ ...mail, id: newId() }));
    const added = await tx.query<{ id: string }[]>(insertMails, [
      this.clock.now(),
      fresh.map(({ id }) => id),
      fresh.map(({ cause }) => cause),
      fresh.map(({ recipient }) => recipient),
      fresh.map(({ subject }) => subject),
      fresh.map(({ text }) => text),
      fresh.map(({ html }) => html ?? null),
    ]);
    const ids = new Set(added.map(({ id }) => id));
    await this.addAttachments(
      tx,
      fresh.filter(({ id }) => ids.has(id)),
    );
    this.signals.raiseAfterCommit(MAIL_SIGNAL);
  }

  private async addAttachments(tx: Tx, mails: readonly (NewMail & { id: string })[]): Promise<void> {
    const rows = mails.flatMap(({ id, attachments = [] }) =>
      attachments.map((attachment, at) => ({ ...attachment, id, number: at + 1 })),
    );
    if (rows.length === 0) return;
    await tx.query(insertAttachments, [
      rows.map(({ id }) => id),
      rows.map(({ number }) => number),
      rows.map(({ filename }) => filename),
      rows.map(({ contentType }) => contentType),
      rows.map(({ contentId }) => contentId ?? null),
      rows.map(({ content }) => content),
    ]);
  }
}

function refuseFaults(mails: readonly NewMail[]): void {
  if (mails.length > mailsAtOnceMax) {
    throw mailInvalid([
      { pointer: '', detail: `must be ${String(mailsAtOnceMax)} mails at once at the most` },
    ]);
  }
  const faults = mails.flatMap((mail, at) =>
    faultsOfMail(mail).map(({ pointer, detail }) => ({ pointer: `/${String(at)}${pointer}`, detail })),
  );
  if (faults.length > 0) throw mailInvalid(faults);
}
