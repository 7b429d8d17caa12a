import { ForwardMigration } from '@plaza/platform';

export class OrdersByPayment1763600000060 extends ForwardMigration {
  protected readonly sql = `
    -- What becomes of a payment later is told by its id.
    CREATE INDEX orders_by_payment ON orders.orders (payment_id) WHERE payment_id IS NOT NULL;
  `;
}
