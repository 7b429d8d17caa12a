import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderHistory1763600000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE orders.order_history (
        order_id uuid NOT NULL,
        version smallint NOT NULL,
        from_status text,
        to_status text NOT NULL,
        at timestamptz NOT NULL,
        actor_kind text,
        actor_id text,
        reason text,
        CONSTRAINT order_history_pk PRIMARY KEY (order_id, version),
        CONSTRAINT order_history_order_fk FOREIGN KEY (order_id) REFERENCES orders.orders (id)
      );
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward'));
  }
}
