/**
 * Writes what was decided about messages of one partition: the log and the payments, the events, what the error log is owed,
 * and the accounts' dates. The accounts come last, because other batches wait for the same ones until this one commits.
 */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Sealing, type Tx } from '@plaza/platform';
import { moveLastPaymentDates } from '../accounts/last-payment-dates';
import { PAYMENTS_TOPIC } from '../payments.events';
import { addErrorReports } from '../reports/failures';
import { producedAt, type Decision } from './intake-decision';
import { factsOf, failuresOf } from './intake-facts';
import { insertIntake } from './intake-rows';

@Injectable()
export class IntakeRecord {
  constructor(
    private readonly sealing: Sealing,
    private readonly outbox: Outbox,
  ) {}

  async write(tx: Tx, decisions: readonly Decision[], at: Date): Promise<void> {
    await insertIntake(tx, this.sealing, decisions, at);
    const facts = decisions.flatMap((decision) => factsOf(decision, at));
    await this.outbox.add(
      tx,
      PAYMENTS_TOPIC,
      facts.map((fact) => ({ fact, occurredAt: at })),
    );
    await addErrorReports(tx, decisions.flatMap(failuresOf), at);
    await moveLastPaymentDates(
      tx,
      decisions.flatMap((decision) =>
        decision.outcome === 'stored' ? [[decision.payment.accountId, producedAt(decision.message, at)]] : [],
      ),
    );
  }
}
