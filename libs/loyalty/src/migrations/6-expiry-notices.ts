import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

const columns = `
  ALTER TABLE loyalty.programmes ADD expiry_notice_days integer,
    ADD CONSTRAINT programmes_expiry_notice_positive CHECK (expiry_notice_days > 0);

  -- How far the partner was told of points that expire: up to this instant, and of those who lose some then, up to this member.
  ALTER TABLE loyalty.followed ADD expiring_until timestamptz, ADD expiring_member uuid,
    ADD CONSTRAINT followed_expiring_whole CHECK ((expiring_until IS NULL) = (expiring_member IS NULL));

  DROP INDEX loyalty.accounts_due_by_programme;
  CREATE INDEX accounts_due_by_programme ON loyalty.accounts (programme_id, due_at, member_id) WHERE due_at IS NOT NULL;
`;

const asking = askingEveryPartner(
  'programmes_with_expiring(by_our_clock timestamptz, most integer)',
  'of_partner uuid, of_mode text',
  `SELECT programmes.partner_id, programmes.mode
     FROM loyalty.programmes JOIN loyalty.followed ON followed.programme_id = programmes.id
     CROSS JOIN LATERAL (SELECT by_our_clock + clock_ahead_ms * interval '1 millisecond') AS clock (now)
     CROSS JOIN LATERAL (
       SELECT greatest(now, expiring_until),
              CASE WHEN expiring_until > now THEN expiring_member ELSE '00000000-0000-0000-0000-000000000000' END
     ) AS told (until, member)
     WHERE ended_at IS NULL AND expiry_notice_days IS NOT NULL AND EXISTS (
       SELECT FROM loyalty.accounts
       WHERE accounts.programme_id = programmes.id AND accounts.kind = 'available'
         AND (accounts.due_at, accounts.member_id) > (told.until, told.member)
         AND accounts.due_at <= now + expiry_notice_days * interval '24 hours'
     )
     LIMIT most`,
);

export class ExpiryNotices1764500000053 extends ForwardMigration {
  protected readonly sql = columns + asking;
}
