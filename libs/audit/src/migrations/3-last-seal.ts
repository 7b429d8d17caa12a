import { ForwardMigration } from '@plaza/platform';

/**
 * Which seal was the last one, beside the seals: a chain tells what is missing within it, and not what was taken from its end. The
 * database moves it on with every seal, and the application may not touch it.
 */
const lastSeal = `
  CREATE TABLE audit.last_seal (
    is_only boolean NOT NULL DEFAULT true,
    number bigint NOT NULL,
    to_id bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT last_seal_pk PRIMARY KEY (is_only),
    CONSTRAINT last_seal_only_one CHECK (is_only)
  );
  INSERT INTO audit.last_seal (number, to_id, hash)
  SELECT number, to_id, hash FROM (
    SELECT number, to_id, hash FROM audit.seals UNION ALL SELECT 0, 0, decode(repeat('00', 32), 'hex')
  ) AS seal ORDER BY number DESC LIMIT 1;

  CREATE FUNCTION audit.keep_last_seal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
    BEGIN
      UPDATE audit.last_seal SET number = NEW.number, to_id = NEW.to_id, hash = NEW.hash WHERE number < NEW.number;
      RETURN NULL;
    END $$;
  CREATE TRIGGER seals_last_kept AFTER INSERT ON audit.seals FOR EACH ROW EXECUTE FUNCTION audit.keep_last_seal();
`;

export class LastSeal1763600000072 extends ForwardMigration {
  protected readonly sql = lastSeal;
}
