import { ForwardMigration } from '@plaza/platform';

/** What is read back from the ledger is found by the summary of its entries' instants that is there already. */
export class Totals1764500000061 extends ForwardMigration {
  protected readonly sql = `
    -- Told to the job that writes totals, and nothing else: whose they are and since when.
    CREATE FUNCTION loyalty.live_programmes(opened_before timestamptz, most integer)
      RETURNS TABLE (of_partner uuid, of_mode text, of_programme uuid, opened timestamptz)
      LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
      AS $$
      BEGIN
        PERFORM set_config('plaza.every_partner', 'on', true);
        RETURN QUERY
          SELECT partner_id, mode, id, opened_at FROM loyalty.programmes
          WHERE mode = 'live' AND opened_at <= opened_before ORDER BY opened_at, id LIMIT most;
        PERFORM set_config('plaza.every_partner', '', true);
      END $$;
  `;
}
