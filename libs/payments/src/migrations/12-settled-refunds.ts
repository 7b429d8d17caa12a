import { ForwardMigration } from '@plaza/platform';

/** Money that was given back is looked at by when it was. */
export class SettledRefunds1764700000611 extends ForwardMigration {
  protected readonly sql = `
    CREATE INDEX refunds_by_time ON payments.refunds (settled_at, refund_id) WHERE status = 'refunded';
  `;
}
