import { ForwardMigration } from '@plaza/platform';

/**
 * Lists of people, newest first, and their search by any part of what they are called. PostgreSQL takes `unaccent` for something
 * that may change, since a dictionary can be replaced; ours is the one it comes with, so we may call it immutable.
 */
export class FindingPeople1763600000012 extends ForwardMigration {
  protected readonly sql = `
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE EXTENSION IF NOT EXISTS unaccent;

    CREATE FUNCTION identity.plain(written text) RETURNS text
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      SET search_path = public, pg_catalog
      AS $$ SELECT lower(unaccent('unaccent'::regdictionary, written)) $$;

    -- Every word has a space before it, the first one too.
    CREATE FUNCTION identity.searched_person(full_name text, username text, email text, document_number text)
      RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$
        SELECT identity.plain(
          coalesce(' ' || full_name, '') || coalesce(' ' || username, '') || coalesce(' ' || email, '')
            || coalesce(' ' || document_number, '')
        )
      $$;

    -- Not of customers only: PostgreSQL uses no statistics of a partial index, and would not know a rare word from a common one.
    CREATE INDEX users_by_words ON identity.users
      USING gin (identity.searched_person(full_name, username, email, document_number) public.gin_trgm_ops);
    CREATE INDEX users_customers_by_age ON identity.users (created_at, id) WHERE role = 'customer';
    CREATE INDEX users_staff_by_age ON identity.users (created_at, id) WHERE role <> 'customer';
  `;
}
