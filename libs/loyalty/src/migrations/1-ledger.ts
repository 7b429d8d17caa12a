import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner, rowsOfOnePartner } from './rows-of-one-partner';

const programmes = `
  CREATE TABLE loyalty.programmes (
    id uuid NOT NULL,
    partner_id uuid NOT NULL,
    mode text NOT NULL,
    balance_above bigint NOT NULL,
    total_above bigint NOT NULL,
    -- What the programme's clock is ahead of everybody's.
    clock_ahead_ms bigint NOT NULL DEFAULT 0,
    opened_at timestamptz NOT NULL,
    CONSTRAINT programmes_pk PRIMARY KEY (id),
    CONSTRAINT programmes_one_per_mode UNIQUE (partner_id, mode),
    CONSTRAINT programmes_mode_known CHECK (mode IN ('live', 'sandbox')),
    CONSTRAINT programmes_balance_above_not_negative CHECK (balance_above >= 0),
    CONSTRAINT programmes_total_above_not_negative CHECK (total_above >= 0),
    CONSTRAINT programmes_live_by_our_clock CHECK (mode = 'sandbox' OR clock_ahead_ms = 0)
  );
`;

const members = `
  CREATE FUNCTION loyalty.plain(written text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = public, pg_catalog
    AS $$ SELECT lower(unaccent('unaccent'::regdictionary, written)) $$;

  -- The sums of a member's accounts, kept with every entry: a hot member is a hot row, and no index holds a sum.
  CREATE TABLE loyalty.members (
    id uuid NOT NULL,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    external_id text COLLATE "C" NOT NULL,
    name text,
    email text,
    plain_name text COLLATE "C" GENERATED ALWAYS AS (loyalty.plain(name)) STORED,
    balance bigint NOT NULL DEFAULT 0,
    pending bigint NOT NULL DEFAULT 0,
    held bigint NOT NULL DEFAULT 0,
    joined_at timestamptz NOT NULL,
    CONSTRAINT members_pk PRIMARY KEY (id),
    CONSTRAINT members_external_id_unique UNIQUE (programme_id, external_id),
    CONSTRAINT members_programme_fk FOREIGN KEY (programme_id) REFERENCES loyalty.programmes (id),
    CONSTRAINT members_balance_not_negative CHECK (balance >= 0),
    CONSTRAINT members_pending_not_negative CHECK (pending >= 0),
    CONSTRAINT members_held_not_negative CHECK (held >= 0)
  ) WITH (fillfactor = 70);
  CREATE INDEX members_by_age ON loyalty.members (programme_id, joined_at, id);
  CREATE INDEX members_by_name ON loyalty.members (programme_id, plain_name);
`;

const accounts = `
  -- A member's account is written with the row of its member locked, one of the programme's own as one stripe of several, so
  -- that not everybody waits for the same row. No foreign key leads to members: they are locked by then, and never deleted.
  CREATE TABLE loyalty.accounts (
    id uuid NOT NULL,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    kind text NOT NULL,
    member_id uuid,
    stripe smallint,
    balance bigint NOT NULL,
    -- When time alone moves what lies here; null where it never does, and while nothing lies here.
    due_at timestamptz,
    -- When these points expire, wherever they lie until then.
    expires_at timestamptz,
    hold_id uuid,
    CONSTRAINT accounts_pk PRIMARY KEY (id),
    CONSTRAINT accounts_kind_known
      CHECK (kind IN ('available', 'pending', 'held', 'issued', 'redeemed', 'expired', 'transit')),
    CONSTRAINT accounts_of_member_or_programme CHECK (
      CASE WHEN kind IN ('available', 'pending', 'held') THEN member_id IS NOT NULL AND stripe IS NULL
      ELSE member_id IS NULL AND stripe IS NOT NULL END
    ),
    CONSTRAINT accounts_of_member_not_negative CHECK (member_id IS NULL OR balance >= 0),
    CONSTRAINT accounts_of_hold CHECK ((kind = 'held') = (hold_id IS NOT NULL))
  ) WITH (fillfactor = 70);
  CREATE UNIQUE INDEX accounts_of_programme ON loyalty.accounts (programme_id, stripe, kind) WHERE stripe IS NOT NULL;
  CREATE INDEX accounts_due_by_programme ON loyalty.accounts (programme_id, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX accounts_due_by_member ON loyalty.accounts (member_id, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX accounts_by_hold ON loyalty.accounts (hold_id) WHERE hold_id IS NOT NULL;
`;

const entries = `
  -- What was done at once is one act of one or more entries (legs). What is said of the act stands on its first leg.
  CREATE TABLE loyalty.entries (
    position bigint GENERATED ALWAYS AS IDENTITY,
    act_id uuid NOT NULL,
    leg smallint NOT NULL,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    member_id uuid NOT NULL,
    category text NOT NULL,
    from_account_id uuid NOT NULL,
    to_account_id uuid NOT NULL,
    points bigint NOT NULL,
    at timestamptz NOT NULL,
    act_points bigint,
    balance_after bigint,
    description text,
    occurred_at timestamptz,
    source_id text COLLATE "C",
    available_from timestamptz,
    expires_at timestamptz,
    counterpart_id uuid,
    hold_id uuid,
    reverses_id uuid,
    CONSTRAINT entries_pk PRIMARY KEY (act_id, leg),
    CONSTRAINT entries_points_positive CHECK (points > 0),
    CONSTRAINT entries_move_somewhere CHECK (from_account_id <> to_account_id),
    CONSTRAINT entries_first_leg_tells_the_act
      CHECK ((leg = 1) = (act_points IS NOT NULL) AND (leg = 1) = (balance_after IS NOT NULL))
  );
  CREATE INDEX entries_by_member ON loyalty.entries (member_id, at, position);
  CREATE UNIQUE INDEX entries_source_unique ON loyalty.entries (programme_id, source_id) WHERE source_id IS NOT NULL;
  CREATE UNIQUE INDEX entries_reversed_once ON loyalty.entries (reverses_id) WHERE reverses_id IS NOT NULL;
  CREATE INDEX entries_of_holds ON loyalty.entries (hold_id) WHERE hold_id IS NOT NULL;
`;

const telling = `
  -- What an act of this programme means for its total and for its partner, one row per transaction, until it is followed.
  CREATE TABLE loyalty.news (
    id bigint GENERATED ALWAYS AS IDENTITY,
    partner_id uuid NOT NULL,
    programme_id uuid NOT NULL,
    items jsonb NOT NULL,
    CONSTRAINT news_pk PRIMARY KEY (id)
  );
  CREATE INDEX news_by_programme ON loyalty.news (programme_id, id);

  -- How far a programme has been followed: its total then, and how many events its partner was given.
  CREATE TABLE loyalty.followed (
    programme_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    total bigint NOT NULL DEFAULT 0,
    events bigint NOT NULL DEFAULT 0,
    CONSTRAINT followed_pk PRIMARY KEY (programme_id),
    CONSTRAINT followed_programme_fk FOREIGN KEY (programme_id) REFERENCES loyalty.programmes (id)
  );

  -- What a partner is told, numbered without a gap.
  CREATE TABLE loyalty.events (
    programme_id uuid NOT NULL,
    id bigint NOT NULL,
    partner_id uuid NOT NULL,
    type text NOT NULL,
    data jsonb NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT events_pk PRIMARY KEY (programme_id, id),
    CONSTRAINT events_programme_fk FOREIGN KEY (programme_id) REFERENCES loyalty.programmes (id)
  );
`;

const tables = ['programmes', 'members', 'accounts', 'entries', 'news', 'followed', 'events'];

const entering = `
  -- From here to the end of the transaction the rows of this partner are seen, and no others.
  CREATE FUNCTION loyalty.enter(partner uuid, wanted_mode text) RETURNS SETOF loyalty.programmes
    LANGUAGE plpgsql VOLATILE ROWS 1
    AS $$
    BEGIN
      PERFORM set_config('plaza.partner_id', partner::text, true);
      RETURN QUERY SELECT * FROM loyalty.programmes WHERE partner_id = partner AND mode = wanted_mode;
    END $$;
`;

/** Jobs work partner by partner and ask here for whom there is something to do. */
const asking = [
  askingEveryPartner(
    'programmes_with_news(most integer)',
    'of_partner uuid, of_mode text',
    `SELECT partner_id, mode FROM loyalty.programmes
     WHERE EXISTS (SELECT FROM loyalty.news WHERE news.programme_id = programmes.id)
     LIMIT most`,
  ),
  askingEveryPartner(
    'programmes_due(by_our_clock timestamptz, most integer)',
    'of_partner uuid, of_mode text',
    `SELECT partner_id, mode FROM loyalty.programmes
     WHERE EXISTS (
       SELECT FROM loyalty.accounts
       WHERE accounts.programme_id = programmes.id
         AND accounts.due_at <= by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond'
     )
     LIMIT most`,
  ),
];

export class Ledger1763600000060 extends ForwardMigration {
  protected readonly sql =
    'CREATE EXTENSION IF NOT EXISTS unaccent;' +
    [programmes, members, accounts, entries, telling, rowsOfOnePartner(tables), entering, ...asking].join('');
}
