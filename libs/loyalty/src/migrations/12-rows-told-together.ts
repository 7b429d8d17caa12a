import { ForwardMigration } from '@plaza/platform';

/**
 * A programme has one partner and a webhook has one programme, which PostgreSQL does not know: it takes the rows that fulfil all of these
 * conditions for a few, and sorts all that a partner has where an index has them in order. This costs writes nothing.
 */
export class RowsToldTogether1764900000772 extends ForwardMigration {
  protected readonly sql = `
    CREATE STATISTICS loyalty.members_of_programme (dependencies) ON partner_id, programme_id FROM loyalty.members;
    CREATE STATISTICS loyalty.deliveries_of_webhook (dependencies) ON partner_id, programme_id, webhook_id
      FROM loyalty.deliveries;
    ANALYZE loyalty.members, loyalty.deliveries;
  `;
}
