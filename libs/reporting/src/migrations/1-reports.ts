import { ForwardMigration } from '@plaza/platform';

/**
 * Who gets the weekly report, what was sent of it, and to whom. An edition is what a week's report was when it was sent; a later look
 * at the week can be held against it. A delivery happens once for each edition and address, whoever is at it.
 */
export class Reports1764300000442 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE reporting.recipients (
      id uuid NOT NULL,
      address text NOT NULL,
      language text NOT NULL,
      attachments text[] NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT recipients_pk PRIMARY KEY (id),
      CONSTRAINT recipients_language_known CHECK (language IN ('es', 'en', 'uk')),
      CONSTRAINT recipients_attachments_known CHECK (attachments <@ ARRAY['pdf', 'csv'])
    );
    CREATE UNIQUE INDEX recipients_address_unique ON reporting.recipients (lower(address));

    CREATE TABLE reporting.editions (
      week text NOT NULL,
      number smallint NOT NULL,
      taken_at timestamptz NOT NULL,
      report jsonb NOT NULL,
      CONSTRAINT editions_pk PRIMARY KEY (week, number),
      CONSTRAINT editions_number_positive CHECK (number > 0),
      CONSTRAINT editions_week_is_iso CHECK (week ~ '^\\d{4}-W\\d{2}$')
    );

    CREATE TABLE reporting.deliveries (
      id uuid NOT NULL,
      week text NOT NULL,
      edition smallint NOT NULL,
      recipient_id uuid NOT NULL,
      address text NOT NULL,
      language text NOT NULL,
      delivered_at timestamptz NOT NULL,
      CONSTRAINT deliveries_pk PRIMARY KEY (id),
      CONSTRAINT deliveries_of_edition FOREIGN KEY (week, edition) REFERENCES reporting.editions (week, number)
    );
    CREATE UNIQUE INDEX deliveries_once ON reporting.deliveries (week, edition, lower(address));
    CREATE INDEX deliveries_by_week ON reporting.deliveries (week, delivered_at, id);
    CREATE INDEX deliveries_by_time ON reporting.deliveries (delivered_at, id);

    -- Weeks of which everybody who was to get the report by the calendar got it.
    CREATE TABLE reporting.dispatches (
      week text NOT NULL,
      due_at timestamptz NOT NULL,
      done_at timestamptz NOT NULL,
      CONSTRAINT dispatches_pk PRIMARY KEY (week)
    );
  `;
}
