/**
 * Takes the decisions of staff about payments that nobody else can decide about. Approving is leave to go on, not money: the
 * gateway is asked, and its word counts. Nothing is settled as captured by hand.
 */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, Signals, type Tx } from '@plaza/platform';
import { PAYMENTS_OPEN_SIGNAL } from '../gateway/open-signal';
import { withoutCards } from '../gateway/without-cards';
import { notInReview, paymentUnknown } from '../payments.errors';
import { PAYMENTS_TOPIC } from '../payments.events';
import { addErrorReports } from '../reports/failures';
import { declineOf } from '../settled-payment';
import { shownStatus } from '../shown-status';
import type { PaymentStatus } from '../messages/outcome';
import { decideReview, declinedInReview, type DecidedPayment, type ReviewDecision } from './review-rows';

@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * The first decision counts.
   * @throws PlazaError `payments.payment-unknown`, `payments.not-in-review`
   */
  async decide({ note, ...verdict }: ReviewDecision): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const kept = { ...verdict, note: note && withoutCards(note) };
      const decided = await decideReview(tx, kept, now);
      if (!decided) throw await refusal(tx, verdict.paymentId);
      if (decided.status === 'declined') await this.follow(tx, decided, now);
      else this.signals.raiseAfterCommit(PAYMENTS_OPEN_SIGNAL);
    });
  }

  private async follow(tx: Tx, { place, ...payment }: DecidedPayment, now: Date): Promise<void> {
    const { paymentId } = payment;
    const fact = declineOf(payment, declinedInReview.text);
    await this.outbox.add(tx, PAYMENTS_TOPIC, [{ fact, occurredAt: now }]);
    const description = declinedInReview.text;
    await addErrorReports(tx, [{ kind: 'declined', paymentId, place, description, errorType: 'other' }], now);
  }
}

async function refusal(tx: Tx, paymentId: string) {
  const [payment] = await tx.query<{ status: PaymentStatus }[]>(
    'SELECT status FROM payments.payments WHERE payment_id = $1',
    [paymentId],
  );
  return payment ? notInReview(paymentId, shownStatus(payment.status)) : paymentUnknown(paymentId);
}
