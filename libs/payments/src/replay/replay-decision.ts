/**
 * Decides what a replay does with messages, from what they are and what is known now. It touches nothing, so a dry run and a
 * replay decide the same.
 */
import { decideIntake, type Decision, type Knowledge } from '../intake/intake-decision';
import type { Outcome } from '../messages/outcome';
import type { KeptMessage } from './kept-messages';

export interface ReplayKnowledge extends Knowledge {
  /** Of the parked payments, those whose account exists now. */
  awaitedAccounts: ReadonlySet<string>;
}

/** What is done with one message: `after` is its outcome then, and `reason` says why in words. */
export type ReplayStep = { kept: KeptMessage; after: Outcome; reason: string } & (
  { does: 'nothing' | 'ask' | 'take-up' } | { does: 'rewrite'; decision: Decision }
);

const words = {
  stored: 'The payment is stored: there is nothing to do',
  duplicate: 'It repeats a payment that is kept: there is nothing to do',
  declined: "The gateway's clear no is final for this payment id; who pays after all needs a new one",
  review: 'It waits for a decision of staff',
  asked: 'The gateway is asked now',
  accountUnknown: 'The account is not known yet',
  takenUp: 'The account is known now',
  valid: 'It is a valid payment now',
  unopened: 'It cannot be opened: the key that sealed it is not configured here',
};

/** One step for each message, in their order. */
export function decideReplay(messages: readonly KeptMessage[], known: ReplayKnowledge): ReplayStep[] {
  const received = messages.flatMap(({ received: one }) => (one ? [one] : []));
  const decisions = new Map(decideIntake(received, known).map((decision) => [decision.message, decision]));
  return messages.map((kept) => {
    const decision = kept.received && decisions.get(kept.received.message);
    return decision ? decidedAnew(kept, decision) : stepOf(kept, known);
  });
}

/** @param kept its content has been read again */
export function decidedAnew(kept: KeptMessage, decision: Decision): ReplayStep {
  const { outcome: after, reason } = decision;
  const text = reason?.text ?? words.valid;
  const isAsBefore =
    after === kept.outcome &&
    (reason?.code ?? null) === kept.reasonCode &&
    (reason?.text ?? null) === kept.reason &&
    decision.paymentId === kept.paymentId;
  return isAsBefore
    ? { kept, after, reason: text, does: 'nothing' }
    : { kept, after, reason: text, does: 'rewrite', decision };
}

function stepOf(kept: KeptMessage, { awaitedAccounts }: ReplayKnowledge): ReplayStep {
  const { outcome, paymentId, topic } = kept;
  switch (outcome) {
    case 'open':
      return { kept, after: outcome, reason: words.asked, does: 'ask' };
    case 'parked':
      return paymentId !== null && awaitedAccounts.has(paymentId)
        ? { kept, after: topic === 'online' ? 'open' : 'stored', reason: words.takenUp, does: 'take-up' }
        : { kept, after: outcome, reason: words.accountUnknown, does: 'nothing' };
    case 'stored':
    case 'duplicate':
    case 'declined':
    case 'review':
      return { kept, after: outcome, reason: words[outcome], does: 'nothing' };
    case 'rejected':
    case 'conflicting':
      return { kept, after: outcome, reason: words.unopened, does: 'nothing' };
  }
}
