import { ForwardMigration } from '@plaza/platform';

/** A mail is to one recipient, and there is one for each cause. */
export class Mails1763600000080 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE notifications.mails (
      mail_id uuid NOT NULL,
      cause text NOT NULL,
      recipient text NOT NULL,
      subject text NOT NULL,
      text text NOT NULL,
      html text,
      status text NOT NULL DEFAULT 'waiting',
      created_at timestamptz NOT NULL,
      next_attempt_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      last_failure text,
      ended_at timestamptz,
      CONSTRAINT mails_pk PRIMARY KEY (mail_id),
      CONSTRAINT mails_status_known CHECK (status IN ('waiting', 'sent', 'captured', 'refused', 'given-up')),
      CONSTRAINT mails_ended CHECK ((status = 'waiting') = (ended_at IS NULL))
    );
    CREATE UNIQUE INDEX mails_one_per_cause ON notifications.mails (cause, lower(recipient));
    CREATE INDEX mails_due ON notifications.mails (next_attempt_at) WHERE status = 'waiting';
    CREATE INDEX mails_by_time ON notifications.mails (created_at, mail_id);
    CREATE INDEX mails_by_status ON notifications.mails (status, created_at, mail_id);

    CREATE TABLE notifications.attachments (
      mail_id uuid NOT NULL,
      number smallint NOT NULL,
      filename text NOT NULL,
      content_type text NOT NULL,
      content_id text,
      content bytea NOT NULL,
      CONSTRAINT attachments_pk PRIMARY KEY (mail_id, number),
      CONSTRAINT attachments_of_mail FOREIGN KEY (mail_id) REFERENCES notifications.mails (mail_id)
    );
  `;
}
