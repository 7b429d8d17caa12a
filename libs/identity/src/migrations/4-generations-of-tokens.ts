import { ForwardMigration } from '@plaza/platform';

/**
 * Tokens know how many refreshes came before them, and a session which of them are good now. What ended long ago can be found to
 * be forgotten. With the defaults, processes of the version before go on working.
 */
export class GenerationsOfTokens1763600000013 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE identity.sessions
      ADD generation integer NOT NULL DEFAULT 0,
      DROP CONSTRAINT sessions_end_reason_known,
      ADD CONSTRAINT sessions_end_reason_known CHECK (
        end_reason IN ('logged-out', 'token-reused', 'user-disabled', 'password-changed', 'role-changed')
      );
    ALTER TABLE identity.refresh_tokens ADD generation integer NOT NULL DEFAULT 0;
    CREATE INDEX refresh_tokens_by_expiry ON identity.refresh_tokens (expires_at);
  `;
}
