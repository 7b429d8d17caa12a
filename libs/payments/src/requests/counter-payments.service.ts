/**
 * Money taken at the counter goes on the stream as every other payment, so that the census and the reports know it: as a message
 * on the topic `offline`, for the customer's account or for that of all whom nobody knows.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { AccountsService } from '../accounts/accounts.service';
import { PaymentStream } from './payment-stream';

export interface CounterPayment {
  paymentId: string;
  /** Null for somebody whom nobody knows. */
  customerId: string | null;
  /** Minor units. */
  amount: number;
  currency: string;
}

/** Stands for all who pay at the counter without a name; no user has it. */
const unknownCustomerId = '019a9f3c-5c00-7000-8000-0000000000c0';

@Injectable()
export class CounterPayments {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly stream: PaymentStream,
  ) {}

  /**
   * Putting one again that has arrived does nothing; what costs nothing is no payment.
   * @throws PlazaError of kind `unavailable` or `limit`; then some messages may be there and some not
   */
  async put(payments: readonly CounterPayment[]): Promise<void> {
    const paid = payments.filter(({ amount }) => amount > 0);
    if (paid.length === 0) return;
    const arrived = await this.arrivedOf(paid);
    for (const { paymentId, customerId, amount, currency } of paid) {
      if (arrived.has(paymentId)) continue;
      const accountId = await this.database.transaction((tx) =>
        this.accounts.accountOf(tx, customerId ?? unknownCustomerId),
      );
      await this.stream.put({ paymentId, accountId, amount, currency, type: 'offline', card: null });
      arrived.add(paymentId);
    }
  }

  private async arrivedOf(payments: readonly CounterPayment[]): Promise<Set<string>> {
    const rows = await this.database.read<{ id: string }>(
      'SELECT payment_id AS id FROM payments.payments WHERE payment_id = ANY ($1)',
      [payments.map(({ paymentId }) => paymentId)],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
