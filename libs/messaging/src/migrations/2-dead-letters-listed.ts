import { ForwardMigration } from '@plaza/platform';

export class DeadLettersListed1765000000845 extends ForwardMigration {
  protected readonly sql = `
    -- The order in which staff leaf through them, and those that wait for somebody, of which there are few.
    CREATE INDEX dead_letters_by_place ON messaging.dead_letters (died_at, event_id, consumer);
    CREATE INDEX dead_letters_waiting ON messaging.dead_letters (died_at, event_id, consumer) WHERE replayed_at IS NULL;
    DROP INDEX messaging.dead_letters_by_time;
  `;
}
