/**
 * Writes what was decided about messages, new ones of one partition or kept ones: the log and the payments, the events, what the error log is owed,
 * and the accounts' dates. The accounts come last, because other batches wait for the same ones until this one commits.
 */
import { Injectable } from '@nestjs/common';
import { Outbox, type Announcement, type ForeignMessage } from '@plaza/messaging';
import { requestContext, Sealing, type Sealed, type Tx } from '@plaza/platform';
import { moveLastPaymentDates } from '../accounts/last-payment-dates';
import { frameMessage } from '../messages/message-framing';
import { PAYMENTS_TOPIC } from '../payments.events';
import { addErrorReports, type Failure } from '../reports/failures';
import { producedAt, type Decision } from './intake-decision';
import { factOf, failureOf } from './intake-facts';
import { insertIntake, rewriteIntake, type KeptDecision, type SealedMessages } from './intake-rows';

@Injectable()
export class IntakeRecord {
  constructor(
    private readonly sealing: Sealing,
    private readonly outbox: Outbox,
  ) {}

  /** What is kept of each message: key, headers and value as they came, which nobody can read without a key. */
  seal(messages: readonly ForeignMessage[]): SealedMessages {
    return new Map(messages.map((message) => [message, this.sealing.seal(frameMessage(message))]));
  }

  /** True, too, when no key here opens it, so that nobody can say that it is another one. */
  holds(sealed: Sealed, message: ForeignMessage): boolean {
    const opened = this.sealing.openIfPossible(sealed);
    return opened === null || opened.equals(frameMessage(message));
  }

  async write(tx: Tx, decisions: readonly Decision[], sealed: SealedMessages, at: Date): Promise<void> {
    const writing = insertIntake(tx, this.sealing, decisions, sealed, at);
    const consequences = consequencesOf(decisions, at);
    await writing;
    await this.follow(tx, consequences, at);
  }

  /** What kept messages have become. For others only a message whose outcome has changed makes something true. */
  async rewrite(tx: Tx, kept: readonly KeptDecision[], at: Date): Promise<void> {
    await rewriteIntake(tx, this.sealing, kept, at);
    const changed = kept.filter(({ decision, before }) => decision.outcome !== before);
    const decisions = changed.map(({ decision }) => decision);
    await this.follow(tx, consequencesOf(decisions, at), at);
  }

  private async follow(tx: Tx, { announcements, failures, paid }: Consequences, at: Date): Promise<void> {
    await this.outbox.add(tx, PAYMENTS_TOPIC, announcements);
    await addErrorReports(tx, failures, at);
    await moveLastPaymentDates(tx, paid);
  }
}

type Consequences = ReturnType<typeof consequencesOf>;

function consequencesOf(decisions: readonly Decision[], at: Date) {
  const context = requestContext.current();
  const announcements: Announcement[] = [];
  const failures: Failure[] = [];
  const paid: [accountId: number, at: Date][] = [];
  for (const decision of decisions) {
    const fact = factOf(decision, at);
    if (fact) announcements.push({ fact, occurredAt: at, context });
    const failure = failureOf(decision);
    if (failure) failures.push(failure);
    if (decision.outcome === 'stored') {
      paid.push([decision.payment.accountId, producedAt(decision.message, at)]);
    }
  }
  return { announcements, failures, paid };
}
