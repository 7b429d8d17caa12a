import { ForwardMigration } from '@plaza/platform';

/** A product that is written looks its words up one by one. Asking first which of them were new read all words of the shop for it. */
export class WordsLookedUp1764900000831 extends ForwardMigration {
  protected readonly sql = `
    CREATE OR REPLACE FUNCTION catalog.keep_products_plain() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.plain := ' ' || left(catalog.plain(NEW.name), 200) || E'\\n ' || lower(NEW.sku);
      INSERT INTO catalog.words (word)
      SELECT DISTINCT found.word FROM catalog.words_of(NEW.plain) AS found (word) ORDER BY found.word
      ON CONFLICT ON CONSTRAINT words_pk DO NOTHING;
      RETURN NEW;
    END $$;
  `;
}
