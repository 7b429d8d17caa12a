import { ForwardMigration } from '@plaza/platform';

/** What is read back from the ledger lies at its end: entries are written nearly in the order of their instants. */
export class Totals1764500000061 extends ForwardMigration {
  protected readonly sql = `
    CREATE INDEX entries_by_time ON loyalty.entries USING brin (at) WITH (pages_per_range = 32, autosummarize = on);

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
