import { ForwardMigration } from '@plaza/platform';

/** Staff look at the payments of an account, of which there are few among all. */
export class PaymentsOfAnAccount1764900000773 extends ForwardMigration {
  protected readonly sql = `
    CREATE INDEX payments_of_account ON payments.payments (account_id, created_at, payment_id);
  `;
}
