import { ForwardMigration } from '@plaza/platform';

/** Where orders, payments and stock do not say the same of one thing, and the nights in which that was looked for. */
export class Drifts1764300000443 extends ForwardMigration {
  protected readonly sql = `
    CREATE TABLE reporting.drifts (
      id uuid NOT NULL,
      kind text NOT NULL,
      subject text NOT NULL,
      status text NOT NULL,
      rows jsonb NOT NULL,
      correction jsonb,
      occurred_at timestamptz NOT NULL,
      found_at timestamptz NOT NULL,
      seen_at timestamptz NOT NULL,
      closed_at timestamptz,
      actor_kind text,
      actor_id text,
      CONSTRAINT drifts_pk PRIMARY KEY (id),
      CONSTRAINT drifts_once UNIQUE (kind, subject),
      CONSTRAINT drifts_status_known CHECK (status IN ('open', 'corrected', 'gone')),
      CONSTRAINT drifts_closed CHECK ((status = 'open') = (closed_at IS NULL)),
      CONSTRAINT drifts_corrected_by_somebody CHECK ((status = 'corrected') = (actor_kind IS NOT NULL)
        AND (actor_kind IS NULL) = (actor_id IS NULL))
    );
    CREATE INDEX drifts_by_time ON reporting.drifts (found_at, id);
    CREATE INDEX drifts_by_kind ON reporting.drifts (kind, found_at, id);
    CREATE INDEX drifts_by_status ON reporting.drifts (status, found_at, id);
    CREATE INDEX drifts_open ON reporting.drifts (occurred_at) WHERE status = 'open';

    CREATE TABLE reporting.nights (
      began_at timestamptz NOT NULL,
      done_at timestamptz NOT NULL,
      result jsonb NOT NULL,
      CONSTRAINT nights_pk PRIMARY KEY (began_at)
    );
  `;
}
