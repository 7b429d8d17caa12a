import { ForwardMigration } from '@plaza/platform';

export class Searching1763600000024 extends ForwardMigration {
  protected readonly sql = `
    -- Text as it is compared: small letters, no accents. Not to be used in an index: the dictionary may change.
    CREATE FUNCTION catalog.plain(words text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent', words)) $$;

    -- Name, then SKU, each after a space so that every word is found by what it begins with. The line break between them
    -- sorts before everything that a name can go on with.
    ALTER TABLE catalog.products ADD plain text COLLATE "C";
    UPDATE catalog.products SET plain = ' ' || left(catalog.plain(name), 200) || E'\\n ' || lower(sku);
    ALTER TABLE catalog.products ALTER plain SET NOT NULL;
    -- How often a piece of text occurs decides the way it is looked for; a finer picture costs only the collecting of it.
    ALTER TABLE catalog.products ALTER plain SET STATISTICS 1000;

    -- Every word of every name, to find the one that was meant. A word that nothing is called any more does no harm.
    CREATE TABLE catalog.words (
      word text COLLATE "C" NOT NULL,
      CONSTRAINT words_pk PRIMARY KEY (word)
    );
    -- By the database's own collation, which knows the letters of every alphabet.
    CREATE FUNCTION catalog.words_of(plain text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT found[1] FROM regexp_matches(split_part(plain, E'\\n', 1) COLLATE "default", '[[:alpha:]]{3,40}', 'g') AS found $$;
    INSERT INTO catalog.words (word)
    SELECT DISTINCT word FROM catalog.products CROSS JOIN LATERAL catalog.words_of(plain) AS word;
    CREATE INDEX words_by_likeness ON catalog.words USING gin (word public.gin_trgm_ops);

    CREATE FUNCTION catalog.keep_products_plain() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.plain := ' ' || left(catalog.plain(NEW.name), 200) || E'\\n ' || lower(NEW.sku);
      INSERT INTO catalog.words (word)
      SELECT DISTINCT found.word FROM catalog.words_of(NEW.plain) AS found (word)
      WHERE NOT EXISTS (SELECT FROM catalog.words known WHERE known.word = found.word) ORDER BY found.word
      ON CONFLICT ON CONSTRAINT words_pk DO NOTHING;
      RETURN NEW;
    END $$;
    CREATE TRIGGER products_plain_kept BEFORE INSERT OR UPDATE OF name, sku, plain ON catalog.products
      FOR EACH ROW EXECUTE FUNCTION catalog.keep_products_plain();

    -- Loads the extension, so that the setting below is known.
    SELECT public.similarity('', '');
    -- The words that come closest to one that was mistyped.
    CREATE FUNCTION catalog.words_like(typed text, words_max integer) RETURNS SETOF text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE SET pg_trgm.similarity_threshold = 0.25
    AS $$
      SELECT word FROM catalog.words WHERE word OPERATOR(public.%) typed
      ORDER BY public.similarity(word, typed) DESC, word LIMIT words_max
    $$;

    -- Each holds what else a product is chosen by, so that looking for few among many reads the index alone.
    DROP INDEX catalog.products_offered_by_name;
    DROP INDEX catalog.products_offered_by_price;
    DROP INDEX catalog.products_offered_by_age;
    CREATE INDEX products_offered_by_name ON catalog.products (plain, id) INCLUDE (category_id, price)
      WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_price ON catalog.products (price, id) INCLUDE (category_id, plain)
      WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_age ON catalog.products (created_at, id) INCLUDE (category_id, price, plain)
      WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_category_and_name ON catalog.products (category_id, plain, id) INCLUDE (price)
      WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_category_and_price ON catalog.products (category_id, price, id) INCLUDE (plain)
      WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_category_and_age ON catalog.products (category_id, created_at, id) INCLUDE (price)
      WHERE active AND deleted_at IS NULL;
    CREATE INDEX products_offered_by_text ON catalog.products USING gin (plain public.gin_trgm_ops)
      WHERE active AND deleted_at IS NULL;
  `;
}
