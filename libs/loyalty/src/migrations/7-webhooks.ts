import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner, rowsOfOnePartner } from './rows-of-one-partner';

const webhooks = `
  CREATE TABLE loyalty.webhooks (
    id uuid NOT NULL,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    url text NOT NULL,
    description text,
    -- Null for all, those that are yet to come included.
    event_types text[],
    status text NOT NULL,
    secret_sealed bytea,
    previous_secret_sealed bytea,
    previous_secret_until timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT webhooks_pk PRIMARY KEY (id),
    CONSTRAINT webhooks_programme_fk FOREIGN KEY (programme_id) REFERENCES loyalty.programmes (id),
    CONSTRAINT webhooks_status_known CHECK (status IN ('active', 'disabled', 'gone', 'removed')),
    CONSTRAINT webhooks_secret_until_removed CHECK ((status = 'removed') = (secret_sealed IS NULL)),
    CONSTRAINT webhooks_previous_secret_ends
      CHECK ((previous_secret_sealed IS NULL) = (previous_secret_until IS NULL))
  );
  CREATE INDEX webhooks_by_programme ON loyalty.webhooks (programme_id, id);

  -- How far a webhook is with the events of its programme. Whoever writes anything about its deliveries has locked this row.
  CREATE TABLE loyalty.webhook_progress (
    webhook_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    -- There is a delivery for every event until this one.
    last_event bigint NOT NULL,
    -- By the programme's clock: when the next delivery is to be tried, and until when the endpoint wants to be left alone.
    due_at timestamptz,
    rests_until timestamptz,
    -- By our clock: until when one process has it, and when one had it last.
    claim bigint NOT NULL DEFAULT 0,
    claimed_until timestamptz,
    worked_at timestamptz,
    strained boolean NOT NULL DEFAULT false,
    failing_since timestamptz,
    delivered_at timestamptz,
    CONSTRAINT webhook_progress_pk PRIMARY KEY (webhook_id),
    CONSTRAINT webhook_progress_webhook_fk FOREIGN KEY (webhook_id) REFERENCES loyalty.webhooks (id)
  ) WITH (fillfactor = 70);
`;

const deliveries = `
  CREATE TABLE loyalty.deliveries (
    webhook_id uuid NOT NULL,
    event_id bigint NOT NULL,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    -- Attempts in vain since the schedule was begun.
    failures smallint NOT NULL DEFAULT 0,
    -- By the programme's clock, as all instants here.
    next_attempt_at timestamptz,
    begun_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT deliveries_pk PRIMARY KEY (webhook_id, event_id),
    CONSTRAINT deliveries_webhook_fk FOREIGN KEY (webhook_id) REFERENCES loyalty.webhooks (id),
    CONSTRAINT deliveries_status_known CHECK (status IN ('waiting', 'delivered', 'failed')),
    CONSTRAINT deliveries_due_while_waiting CHECK ((status = 'waiting') = (next_attempt_at IS NOT NULL))
  ) WITH (fillfactor = 80);
  CREATE INDEX deliveries_due ON loyalty.deliveries (webhook_id, next_attempt_at, event_id)
    WHERE next_attempt_at IS NOT NULL;
  CREATE INDEX deliveries_by_status ON loyalty.deliveries (webhook_id, status, event_id);
  CREATE INDEX deliveries_by_change ON loyalty.deliveries (programme_id, changed_at);

  CREATE TABLE loyalty.delivery_attempts (
    webhook_id uuid NOT NULL,
    event_id bigint NOT NULL,
    number integer NOT NULL,
    partner_id uuid NOT NULL,
    at timestamptz NOT NULL,
    took_ms integer NOT NULL,
    status smallint,
    error text,
    CONSTRAINT delivery_attempts_pk PRIMARY KEY (webhook_id, event_id, number),
    CONSTRAINT delivery_attempts_delivery_fk FOREIGN KEY (webhook_id, event_id)
      REFERENCES loyalty.deliveries (webhook_id, event_id) ON DELETE CASCADE
  );
`;

const tables = ['webhooks', 'webhook_progress', 'deliveries', 'delivery_attempts'];

/** As those of the ledger: jobs learn for whom there is something to do, and how much that is in all. */
const asking = [
  askingEveryPartner(
    'webhooks_due(by_our_clock timestamptz, in_strain boolean, most integer)',
    'of_partner uuid, of_mode text, of_webhook uuid',
    `SELECT programmes.partner_id, programmes.mode, webhooks.id
     FROM loyalty.webhook_progress AS progress
     JOIN loyalty.webhooks ON webhooks.id = progress.webhook_id
     JOIN loyalty.programmes ON programmes.id = webhooks.programme_id
     JOIN loyalty.followed ON followed.programme_id = programmes.id
     CROSS JOIN LATERAL (SELECT by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond' AS at) AS there
     WHERE webhooks.status = 'active' AND progress.strained = in_strain
       AND (progress.claimed_until <= by_our_clock) IS NOT FALSE AND (progress.rests_until <= there.at) IS NOT FALSE
       AND (progress.last_event < followed.events OR progress.due_at <= there.at)
     ORDER BY progress.worked_at NULLS FIRST LIMIT most`,
  ),
  askingEveryPartner(
    'webhook_health(by_our_clock timestamptz)',
    'active bigint, failing bigint, disabled bigint, gone bigint, waiting numeric, late_seconds double precision',
    `SELECT count(*) FILTER (WHERE status = 'active' AND failing_since IS NULL),
            count(*) FILTER (WHERE status = 'active' AND failing_since IS NOT NULL),
            count(*) FILTER (WHERE status = 'disabled'), count(*) FILTER (WHERE status = 'gone'),
            coalesce(sum(followed.events - progress.last_event + queued.deliveries) FILTER (WHERE status = 'active'), 0),
            coalesce(extract(epoch FROM max(there.at - greatest(progress.due_at, progress.rests_until))
              FILTER (WHERE status = 'active')), 0)::double precision
     FROM loyalty.webhook_progress AS progress
     JOIN loyalty.webhooks ON webhooks.id = progress.webhook_id AND webhooks.status <> 'removed'
     JOIN loyalty.programmes ON programmes.id = webhooks.programme_id
     JOIN loyalty.followed ON followed.programme_id = programmes.id
     CROSS JOIN LATERAL (SELECT by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond' AS at) AS there
     CROSS JOIN LATERAL (
       SELECT count(*) AS deliveries FROM loyalty.deliveries
       WHERE deliveries.webhook_id = progress.webhook_id AND next_attempt_at IS NOT NULL
     ) AS queued`,
  ),
  askingEveryPartner(
    'webhooks_sealed_otherwise(key_id bytea, behind uuid, most integer)',
    'of_partner uuid, of_mode text, of_webhook uuid',
    `SELECT programmes.partner_id, programmes.mode, webhooks.id
     FROM loyalty.webhooks JOIN loyalty.programmes ON programmes.id = webhooks.programme_id
     WHERE webhooks.id > behind
       AND (substring(secret_sealed FROM 2 FOR octet_length(key_id)) <> key_id
            OR substring(previous_secret_sealed FROM 2 FOR octet_length(key_id)) <> key_id)
     ORDER BY webhooks.id LIMIT most`,
  ),
  askingEveryPartner(
    'programmes_with_past_deliveries(by_our_clock timestamptz, kept interval, most integer)',
    'of_partner uuid, of_mode text',
    `SELECT partner_id, mode FROM loyalty.programmes
     WHERE EXISTS (
       SELECT FROM loyalty.deliveries
       WHERE deliveries.programme_id = programmes.id
         AND deliveries.changed_at < by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond' - kept
     ) LIMIT most`,
  ),
];

export class Webhooks1764500000060 extends ForwardMigration {
  protected readonly sql = [webhooks, deliveries, rowsOfOnePartner(tables), ...asking].join('');
}
