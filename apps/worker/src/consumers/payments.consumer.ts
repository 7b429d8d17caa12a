/** What payments react to: people who become customers, or change, for each has an account to pay from. */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { IDENTITY_EVENTS, type IdentityFact } from '@plaza/identity';
import type { EnvelopeOf } from '@plaza/messaging';
import { AccountsService } from '@plaza/payments';

@Controller()
export class PaymentsConsumer {
  constructor(private readonly accounts: AccountsService) {}

  @EventPattern<typeof IDENTITY_EVENTS>(IDENTITY_EVENTS, { group: 'payments-accounts' })
  takeCustomers(@Payload() events: EnvelopeOf<IdentityFact>[]): Promise<void> {
    return this.accounts.ensureForCustomers(
      events.map(({ data: { customerId, fullName, username, email } }) => ({
        customerId,
        name: fullName ?? username,
        email,
      })),
    );
  }
}
