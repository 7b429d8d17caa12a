import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

const columns = `
  ALTER TABLE loyalty.programmes
    ADD tiers jsonb,
    -- Goes up when tiers are declared anew: members with a lower one have to be looked at.
    ADD tier_revision integer NOT NULL DEFAULT 0;

  ALTER TABLE loyalty.members
    ADD tier text,
    ADD tier_falls_at timestamptz,
    ADD tier_falls_to text,
    -- When the tier has to be looked at; null for never, unless points are earned.
    ADD tier_due_at timestamptz,
    ADD tier_revision integer NOT NULL DEFAULT 0;
  CREATE INDEX members_by_tier_due ON loyalty.members (programme_id, tier_due_at) WHERE tier_due_at IS NOT NULL;
  CREATE INDEX members_by_tier_revision ON loyalty.members (programme_id, tier_revision);
`;

const asking = askingEveryPartner(
  'programmes_with_tiers_due(by_our_clock timestamptz, most integer)',
  'of_partner uuid, of_mode text',
  `SELECT partner_id, mode FROM loyalty.programmes
     WHERE EXISTS (
       SELECT FROM loyalty.members
       WHERE members.programme_id = programmes.id
         AND members.tier_due_at <= by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond'
     ) OR EXISTS (
       SELECT FROM loyalty.members
       WHERE members.programme_id = programmes.id AND members.tier_revision < programmes.tier_revision
     )
     LIMIT most`,
);

export class Tiers1764500000051 extends ForwardMigration {
  protected readonly sql = columns + asking;
}
