import { ForwardMigration } from '@plaza/platform';

/**
 * Payments are listed by when they were received, all of them or those of one type, of which there may be hardly any. Each type has an
 * index of its own in place of the one of both, so that writing a payment costs what it did; the version before lists payments by reading
 * them, for the minutes of a deployment.
 */
export class PaymentsByType1764900000771 extends ForwardMigration {
  protected readonly sql = `
    DROP INDEX payments.payments_by_time;
    CREATE INDEX payments_online_by_time ON payments.payments (created_at, payment_id) WHERE type = 'online';
    CREATE INDEX payments_offline_by_time ON payments.payments (created_at, payment_id) WHERE type = 'offline';
  `;
}
