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
