import { ForwardMigration } from '@plaza/platform';

/** The branch that sells by itself is there from the start, under an id that every process knows without asking. */
export class OnlineBranch1763600000023 extends ForwardMigration {
  protected readonly sql = `
    INSERT INTO catalog.branches (id, code, name, created_at)
    VALUES ('019a9f3c-5c00-7000-8000-000000000001', 'online', 'Online', '2025-11-20T00:00:00Z')
  `;
}
