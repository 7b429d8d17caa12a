/** A migration is one SQL text that is run once. There is no way back: a mistake is mended by the next one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export abstract class ForwardMigration implements MigrationInterface {
  protected abstract readonly sql: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(this.sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward'));
  }
}
