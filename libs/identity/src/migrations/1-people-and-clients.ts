import { ForwardMigration } from '@plaza/platform';

const users = `
  CREATE TABLE identity.users (
    id uuid NOT NULL,
    username text NOT NULL,
    email text NOT NULL,
    password_hash text,
    role text NOT NULL,
    full_name text,
    document_number text,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    CONSTRAINT users_pk PRIMARY KEY (id),
    CONSTRAINT users_document_unique UNIQUE (document_number),
    CONSTRAINT users_role_known CHECK (role IN ('customer', 'staff', 'admin'))
  );
  CREATE UNIQUE INDEX users_username_unique ON identity.users (lower(username));
  CREATE UNIQUE INDEX users_email_unique ON identity.users (lower(email));
`;

const sessions = `
  CREATE TABLE identity.sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    CONSTRAINT sessions_pk PRIMARY KEY (id),
    CONSTRAINT sessions_user_fk FOREIGN KEY (user_id) REFERENCES identity.users (id),
    CONSTRAINT sessions_end_reason_known
      CHECK (end_reason IN ('logged-out', 'token-reused', 'user-disabled')),
    CONSTRAINT sessions_end_has_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
  );
  CREATE INDEX sessions_by_user ON identity.sessions (user_id);
  CREATE INDEX sessions_by_end ON identity.sessions (ended_at) WHERE ended_at IS NOT NULL;

  CREATE TABLE identity.refresh_tokens (
    hash text NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT refresh_tokens_pk PRIMARY KEY (hash),
    CONSTRAINT refresh_tokens_session_fk FOREIGN KEY (session_id) REFERENCES identity.sessions (id)
  );
  CREATE INDEX refresh_tokens_by_session ON identity.refresh_tokens (session_id);
`;

const clients = `
  CREATE TABLE identity.clients (
    client_id text NOT NULL,
    secret_hash text NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    partner_id uuid,
    created_at timestamptz NOT NULL,
    disabled_at timestamptz,
    CONSTRAINT clients_pk PRIMARY KEY (client_id)
  );
  CREATE INDEX clients_by_partner ON identity.clients (partner_id) WHERE partner_id IS NOT NULL;
`;

export class PeopleAndClients1763600000010 extends ForwardMigration {
  protected readonly sql = users + sessions + clients;
}
