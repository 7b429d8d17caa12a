/**
 * What payments react to: people who become customers, or change, for each has an account to pay from; and sales at the counter,
 * whose money was taken there.
 */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { IDENTITY_EVENTS, type IdentityFact } from '@plaza/identity';
import type { EnvelopeOf } from '@plaza/messaging';
import { ORDERS_TOPIC, type OrderEvent } from '@plaza/orders';
import { AccountsService, CounterPayments } from '@plaza/payments';

@Controller()
export class PaymentsConsumer {
  constructor(
    private readonly accounts: AccountsService,
    private readonly counter: CounterPayments,
  ) {}

  @EventPattern<typeof IDENTITY_EVENTS>(IDENTITY_EVENTS, { group: 'payments-accounts' })
  takeCustomers(@Payload() events: EnvelopeOf<IdentityFact>[]): Promise<void> {
    return this.accounts.ensureForCustomers(
      events.flatMap((event) => {
        if (event.type !== 'customer-registered' && event.type !== 'customer-changed') return [];
        const { customerId, fullName, username, email } = event.data;
        return [{ customerId, name: fullName ?? username, email }];
      }),
    );
  }

  @EventPattern<typeof ORDERS_TOPIC>(ORDERS_TOPIC, { group: 'payments-counter' })
  takeSales(@Payload() events: OrderEvent[]): Promise<void> {
    return this.counter.put(
      events.flatMap((event) => {
        if (event.type !== 'order-paid' || !event.data.sale) return [];
        const { paymentId, customerId, total, currency } = event.data;
        return [{ paymentId, customerId, amount: total, currency }];
      }),
    );
  }
}
