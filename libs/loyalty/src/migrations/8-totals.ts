import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

/**
 * Told to the job that writes totals: whose they are and since when. What is read back from the ledger is found by the summary of its
 * entries' instants that is there already.
 */
export class Totals1764500000061 extends ForwardMigration {
  protected readonly sql = askingEveryPartner(
    'live_programmes(opened_before timestamptz, most integer)',
    'of_partner uuid, of_mode text, of_programme uuid, opened timestamptz',
    `SELECT partner_id, mode, id, opened_at FROM loyalty.programmes
     WHERE mode = 'live' AND opened_at <= opened_before ORDER BY opened_at, id LIMIT most`,
  );
}
