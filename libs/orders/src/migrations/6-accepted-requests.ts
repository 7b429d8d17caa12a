import { ForwardMigration } from '@plaza/platform';

export class AcceptedRequests1763600000035 extends ForwardMigration {
  protected readonly sql = `
    -- Of an order that is decided later: the request that made it, which what becomes of it is told to belong to. Who asked
    -- stands in the first line of its history.
    ALTER TABLE orders.orders ADD COLUMN correlation_id text;
  `;
}
