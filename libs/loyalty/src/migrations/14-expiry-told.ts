import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

/** See docs/adr/0084. */
const marks = `
  ALTER TABLE loyalty.accounts
    -- When its partner was told that what lies here is about to expire, or knew already.
    ADD expiry_told_at timestamptz;
  CREATE INDEX accounts_expiry_untold ON loyalty.accounts (programme_id, due_at, member_id)
    WHERE kind = 'available' AND due_at IS NOT NULL AND expiry_told_at IS NULL;
  CREATE INDEX accounts_expiry_told ON loyalty.accounts (member_id, expires_at) WHERE expiry_told_at IS NOT NULL;
`;

/** What was told until now lies behind one place for each programme, by which nobody goes from here on. */
const toldUntilNow = `
  DO $$
  DECLARE followed record;
  BEGIN
    PERFORM set_config('plaza.every_partner', 'on', true);
    FOR followed IN
      SELECT programme_id, partner_id, expiring_until, expiring_member FROM loyalty.followed WHERE expiring_until IS NOT NULL
    LOOP
      PERFORM set_config('plaza.partner_id', followed.partner_id::text, true);
      UPDATE loyalty.accounts SET expiry_told_at = now()
      WHERE accounts.programme_id = followed.programme_id AND kind = 'available'
        AND (due_at, member_id) <= (followed.expiring_until, followed.expiring_member);
    END LOOP;
    PERFORM set_config('plaza.partner_id', '', true);
    PERFORM set_config('plaza.every_partner', '', true);
  END $$;
`;

/** Whose points came nearest to their end untold waited longest. */
const asking = askingEveryPartner(
  'programmes_with_expiring(by_our_clock timestamptz, most integer)',
  'of_partner uuid, of_mode text',
  `SELECT programmes.partner_id, programmes.mode
     FROM loyalty.programmes
     CROSS JOIN LATERAL (SELECT by_our_clock + clock_ahead_ms * interval '1 millisecond') AS clock (now)
     CROSS JOIN LATERAL (SELECT expiry_notice_days * interval '24 hours') AS notice (time)
     CROSS JOIN LATERAL (
       SELECT due_at FROM loyalty.accounts
       WHERE accounts.programme_id = programmes.id AND accounts.kind = 'available' AND accounts.expiry_told_at IS NULL
         AND accounts.due_at > clock.now AND accounts.due_at <= clock.now + notice.time
       ORDER BY accounts.due_at LIMIT 1
     ) AS nearest
     WHERE ended_at IS NULL AND expiry_notice_days IS NOT NULL
     ORDER BY clock.now + notice.time - nearest.due_at DESC, programmes.id LIMIT most`,
);

export class ExpiryTold1765000000840 extends ForwardMigration {
  protected readonly sql = marks + toldUntilNow + asking;
}
