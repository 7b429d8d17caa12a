import { ForwardMigration } from '@plaza/platform';

/** A shop that is closed and a category that is removed stay where history names them. */
export class EndedStructure1763600000026 extends ForwardMigration {
  protected readonly sql = `
    ALTER TABLE catalog.branches ADD closed_at timestamptz;
    ALTER TABLE catalog.branches ADD CONSTRAINT branches_online_stays_open
      CHECK (closed_at IS NULL OR id <> '019a9f3c-5c00-7000-8000-000000000001');
    ALTER TABLE catalog.categories ADD removed_at timestamptz;
  `;
}
