import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner, rowsOfOnePartner } from './rows-of-one-partner';

const partners = `
  -- What was decided about a partner elsewhere, as far as it matters here. One that is not here was never shut out.
  CREATE TABLE loyalty.partners (
    partner_id uuid NOT NULL,
    is_disabled boolean NOT NULL,
    decided_at timestamptz NOT NULL,
    CONSTRAINT partners_pk PRIMARY KEY (partner_id)
  );
`;

const isShutOut = `EXISTS (
       SELECT FROM loyalty.partners WHERE partners.partner_id = programmes.partner_id AND partners.is_disabled
     )`;

/** As before, but that nobody is called for a partner that is shut out, and what waits for it is not late. */
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
     WHERE webhooks.status = 'active' AND NOT ${isShutOut} AND progress.strained = in_strain
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
            coalesce(sum(followed.events - progress.last_event + queued.deliveries) FILTER (WHERE status = 'active' AND NOT ${isShutOut}), 0),
            coalesce(extract(epoch FROM max(there.at - greatest(progress.due_at, progress.rests_until))
              FILTER (WHERE status = 'active' AND NOT ${isShutOut})), 0)::double precision
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
];

export class Partners1764700000612 extends ForwardMigration {
  protected readonly sql = [partners, rowsOfOnePartner(['partners']), ...asking].join('');
}
