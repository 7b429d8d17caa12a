import { ForwardMigration } from '@plaza/platform';

export class Purchases1764300000440 extends ForwardMigration {
  protected readonly sql = `
    -- What was sold in a span of time; an order is in it from when it is paid.
    CREATE INDEX orders_by_payment_time ON orders.orders (paid_at) WHERE paid_at IS NOT NULL;
  `;
}
