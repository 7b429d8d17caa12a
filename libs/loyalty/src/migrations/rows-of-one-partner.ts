/** Rows of one partner at a time, whoever asks; the owner, too. See docs/adr/0038. @param tables of `loyalty`, each with `partner_id` */
export function rowsOfOnePartner(tables: readonly string[]): string {
  return tables
    .map(
      (table) => `
  ALTER TABLE loyalty.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE loyalty.${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_of_partner ON loyalty.${table}
    USING (partner_id = (SELECT nullif(current_setting('plaza.partner_id', true), '')::uuid));
  CREATE POLICY ${table}_of_every_partner ON loyalty.${table} FOR SELECT TO CURRENT_USER
    USING ((SELECT current_setting('plaza.every_partner', true)) = 'on');`,
    )
    .join('');
}

/**
 * A function that looks at the rows of every partner, for whoever works for all of them; it tells what its columns say, and nothing else.
 * @param head its name and parameters
 * @param columns of its result
 */
export function askingEveryPartner(head: string, columns: string, query: string): string {
  return `
  CREATE OR REPLACE FUNCTION loyalty.${head} RETURNS TABLE (${columns})
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
    BEGIN
      PERFORM set_config('plaza.every_partner', 'on', true);
      RETURN QUERY ${query};
      PERFORM set_config('plaza.every_partner', '', true);
    END $$;
`;
}
