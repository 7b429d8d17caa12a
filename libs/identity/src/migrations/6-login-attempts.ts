import { ForwardMigration } from '@plaza/platform';

/** Keys are fingerprints: what people type for a username is sometimes their password. */
const loginAttempts = `
  CREATE TABLE identity.login_attempts (
    key bytea NOT NULL,
    failures integer NOT NULL,
    since timestamptz NOT NULL,
    locked_until timestamptz,
    keep_until timestamptz NOT NULL,
    CONSTRAINT login_attempts_pk PRIMARY KEY (key),
    CONSTRAINT login_attempts_failures_counted CHECK (failures >= 0)
  );
  CREATE INDEX login_attempts_by_end ON identity.login_attempts (keep_until);
`;

export class LoginAttempts1763600000016 extends ForwardMigration {
  protected readonly sql = loginAttempts;
}
