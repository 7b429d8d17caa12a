import { ForwardMigration } from '@plaza/platform';

/**
 * Removes what a sandbox was that was begun anew. Only the owner of the tables may delete entries and events, and this function does it
 * for nobody but programmes that have ended, which live ones never do. Every entry that goes takes the accounts along which it names.
 */
const removing = `
  CREATE FUNCTION loyalty.remove_ended_sandbox(ended_before timestamptz, most integer) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
    DECLARE
      ended uuid;
      partner uuid;
      some_members uuid[];
      removed bigint;
    BEGIN
      PERFORM set_config('plaza.every_partner', 'on', true);
      SELECT programmes.id, programmes.partner_id INTO ended, partner FROM loyalty.programmes
      WHERE programmes.mode = 'sandbox' AND programmes.ended_at < ended_before ORDER BY programmes.ended_at LIMIT 1;
      PERFORM set_config('plaza.every_partner', '', true);
      IF ended IS NULL THEN RETURN false; END IF;
      PERFORM set_config('plaza.partner_id', partner::text, true);

      SELECT array_agg(id) INTO some_members FROM (
        SELECT id FROM loyalty.members WHERE programme_id = ended ORDER BY joined_at, id LIMIT most
      ) AS first_ones;
      IF some_members IS NOT NULL THEN
        WITH gone AS (
          DELETE FROM loyalty.entries WHERE (act_id, leg) IN (
            SELECT act_id, leg FROM loyalty.entries WHERE member_id = ANY (some_members) LIMIT most
          )
          RETURNING from_account_id, to_account_id
        ), emptied AS (
          DELETE FROM loyalty.accounts
          WHERE id IN (SELECT from_account_id FROM gone UNION SELECT to_account_id FROM gone)
        )
        SELECT count(*) INTO removed FROM gone;
        IF removed < most THEN
          -- The pocket that a member has from the beginning has the id of its member.
          DELETE FROM loyalty.accounts WHERE id = ANY (some_members);
          DELETE FROM loyalty.members WHERE id = ANY (some_members);
        END IF;
      ELSE
        DELETE FROM loyalty.events WHERE programme_id = ended AND id IN (
          SELECT id FROM loyalty.events WHERE programme_id = ended ORDER BY id LIMIT most
        );
        GET DIAGNOSTICS removed = ROW_COUNT;
        IF removed < most THEN
          DELETE FROM loyalty.accounts WHERE programme_id = ended AND stripe IS NOT NULL;
          DELETE FROM loyalty.news WHERE programme_id = ended;
          DELETE FROM loyalty.deliveries WHERE programme_id = ended;
          DELETE FROM loyalty.webhook_progress
          WHERE webhook_id IN (SELECT id FROM loyalty.webhooks WHERE programme_id = ended);
          DELETE FROM loyalty.webhooks WHERE programme_id = ended;
          DELETE FROM loyalty.earning_rules WHERE programme_id = ended;
          DELETE FROM loyalty.taken_back WHERE programme_id = ended;
          DELETE FROM loyalty.followed WHERE programme_id = ended;
          DELETE FROM loyalty.programmes WHERE id = ended;
        END IF;
      END IF;
      PERFORM set_config('plaza.partner_id', '', true);
      RETURN true;
    END $$;
`;

const finding = `
  CREATE INDEX programmes_ended ON loyalty.programmes (ended_at) WHERE ended_at IS NOT NULL;
`;

export class EndedSandboxes1764700000613 extends ForwardMigration {
  protected readonly sql = finding + removing;
}
