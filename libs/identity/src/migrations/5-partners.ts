import { ForwardMigration } from '@plaza/platform';

const partners = `
  CREATE TABLE identity.partners (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    enabled_at timestamptz,
    CONSTRAINT partners_pk PRIMARY KEY (id)
  );
  CREATE UNIQUE INDEX partners_name_unique ON identity.partners (lower(name));
`;

/** Partners were only named by their clients until now: each is called as its first client, made unlike the others where needed. */
const partnersOfExistingClients = `
  INSERT INTO identity.partners (id, name, created_at)
  SELECT partner_id,
    CASE row_number() OVER (PARTITION BY lower(name) ORDER BY created_at, partner_id)
      WHEN 1 THEN name ELSE name || ' (' || partner_id || ')' END,
    created_at
  FROM (
    SELECT DISTINCT ON (partner_id) partner_id, name, created_at
    FROM identity.clients WHERE partner_id IS NOT NULL
    ORDER BY partner_id, created_at, client_id
  ) AS first_clients;

  DROP INDEX identity.clients_by_partner;
  CREATE INDEX clients_by_partner ON identity.clients (partner_id);
  ALTER TABLE identity.clients
    ADD CONSTRAINT clients_partner_fk FOREIGN KEY (partner_id) REFERENCES identity.partners (id);
`;

const declaredScopes = `
  UPDATE identity.clients
  SET scopes = array_remove(scopes, 'loyalty') || '{loyalty:read,loyalty:write,loyalty:settings}'
  WHERE partner_id IS NOT NULL AND 'loyalty' = ANY (scopes);
`;

const secondSecret = `
  ALTER TABLE identity.clients
    ADD previous_secret_hash text,
    ADD previous_secret_until timestamptz,
    ADD CONSTRAINT clients_previous_secret_ends
      CHECK ((previous_secret_hash IS NULL) = (previous_secret_until IS NULL));
`;

export class Partners1763600000015 extends ForwardMigration {
  protected readonly sql = partners + partnersOfExistingClients + declaredScopes + secondSecret;
}
