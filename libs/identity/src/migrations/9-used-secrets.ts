import { ForwardMigration } from '@plaza/platform';

export class UsedSecrets1764600000070 extends ForwardMigration {
  protected readonly sql = `
    -- Those that are there count as used: a version of Plaza that does not know the column makes no others.
    ALTER TABLE identity.clients ADD secret_used boolean NOT NULL DEFAULT true;
  `;
}
