import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

/** A sandbox that is begun anew leaves the programme that it was: entries are never deleted. It is seen and worked by nobody. */
const ending = `
  ALTER TABLE loyalty.programmes
    ADD ended_at timestamptz,
    ADD CONSTRAINT programmes_live_goes_on CHECK (mode = 'sandbox' OR ended_at IS NULL),
    DROP CONSTRAINT programmes_one_per_mode;
  CREATE UNIQUE INDEX programmes_one_per_mode ON loyalty.programmes (partner_id, mode) WHERE ended_at IS NULL;
`;

const entering = `
  CREATE OR REPLACE FUNCTION loyalty.enter(partner uuid, wanted_mode text) RETURNS SETOF loyalty.programmes
    LANGUAGE plpgsql VOLATILE ROWS 1
    AS $$
    BEGIN
      PERFORM set_config('plaza.partner_id', partner::text, true);
      RETURN QUERY
        SELECT * FROM loyalty.programmes WHERE partner_id = partner AND mode = wanted_mode AND ended_at IS NULL;
    END $$;
`;

/** As before, of programmes that have not ended. */
const asking = [
  [
    'programmes_with_news(most integer)',
    'EXISTS (SELECT FROM loyalty.news WHERE news.programme_id = programmes.id)',
  ],
  [
    'programmes_due(by_our_clock timestamptz, most integer)',
    `EXISTS (
       SELECT FROM loyalty.accounts
       WHERE accounts.programme_id = programmes.id
         AND accounts.due_at <= by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond'
     )`,
  ],
  [
    'programmes_with_tiers_due(by_our_clock timestamptz, most integer)',
    `(EXISTS (
       SELECT FROM loyalty.members
       WHERE members.programme_id = programmes.id
         AND members.tier_due_at <= by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond'
     ) OR EXISTS (
       SELECT FROM loyalty.members
       WHERE members.programme_id = programmes.id AND members.tier_revision < programmes.tier_revision
     ))`,
  ],
].map(([head = '', condition = '']) =>
  askingEveryPartner(
    head,
    'of_partner uuid, of_mode text',
    `SELECT partner_id, mode FROM loyalty.programmes WHERE ended_at IS NULL AND ${condition} LIMIT most`,
  ),
);

export class Sandbox1764500000052 extends ForwardMigration {
  protected readonly sql = [ending, entering, ...asking].join('');
}
