import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

/** To the job that writes totals, page by page: whoever has asked so far has asked for all at once, and is still answered. */
export class ProgrammesByPages1765000000842 extends ForwardMigration {
  protected readonly sql = askingEveryPartner(
    'live_programmes(opened_before timestamptz, behind uuid, most integer)',
    'of_partner uuid, of_mode text, of_programme uuid, opened timestamptz',
    `SELECT partner_id, mode, id, opened_at FROM loyalty.programmes
     WHERE mode = 'live' AND opened_at <= opened_before AND id > behind ORDER BY id LIMIT most`,
  );
}
