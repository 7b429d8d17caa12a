import { ForwardMigration } from '@plaza/platform';

export class OrderLists1763600000034 extends ForwardMigration {
  protected readonly sql = `
    -- Lists are told newest first by the instant, so that a span of time within any of them is one range of its index.
    CREATE INDEX orders_by_time ON orders.orders (created_at, number);
    CREATE INDEX orders_by_branch ON orders.orders (branch_id, created_at, number);
    DROP INDEX orders.orders_by_customer;
    CREATE INDEX orders_by_customer ON orders.orders (customer_id, created_at, number);
    DROP INDEX orders.orders_by_status;
    CREATE INDEX orders_by_status ON orders.orders (status, created_at, number);
  `;
}
