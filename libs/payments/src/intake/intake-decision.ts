/**
 * Decides what becomes of messages that came together, one by one in their order, from what is known already. It touches
 * nothing: the same messages and the same knowledge give the same decisions.
 */
import type { ForeignMessage } from '@plaza/messaging';
import type { Fingerprints } from '@plaza/platform';
import type { PaymentMessage, Refusal } from '../messages/payment-message';
import type { ErrorType } from '../reports/failures';

/** A message that was read, before anything is decided about it. */
export interface ReceivedMessage {
  message: ForeignMessage;
  content: { payment: ReadPayment } | { refusal: Refusal };
}

/** What a valid message says, with the fingerprints by which its card can be compared without being known. */
export interface ReadPayment extends PaymentMessage {
  /** By every key; null without a card. */
  cardFingerprints: Fingerprints | null;
}

/** What makes two messages of one payment the same. Undocumented fields are not part of it. */
export interface PaymentContent extends Pick<ReadPayment, 'accountId' | 'type' | 'amount'> {
  cardFingerprint: Buffer | null;
}

/** The customer's wish behind a payment id, when there is one. */
export interface KnownRequest {
  paymentId: string;
  orderId: string;
  accountId: number;
  amount: number;
  currency: string;
  ended: boolean;
}

export interface Knowledge {
  payments: ReadonlyMap<string, PaymentContent>;
  requests: ReadonlyMap<string, KnownRequest>;
  /** Of the accounts that the messages name, those that do not exist. */
  unknownAccounts: ReadonlySet<number>;
}

export interface Reason {
  code: string;
  text: string;
  /** How the error log calls it. */
  errorType: ErrorType;
}

export type Decision = { message: ForeignMessage } & (
  | { outcome: 'rejected'; paymentId: string | null; reason: Reason }
  | { outcome: 'duplicate' | 'conflicting'; paymentId: string; reason: Reason }
  | ({ outcome: 'parked'; reason: Reason } & NewPayment)
  | ({ outcome: 'stored' | 'open'; reason: null } & NewPayment)
);

interface NewPayment {
  paymentId: string;
  payment: ReadPayment;
  request: KnownRequest | null;
}

const because = (code: string, text: string): Reason => ({ code, text, errorType: 'other' });

const reasons = {
  repeated: because('repeated', 'This payment came before with the same content'),
  contentDiffers: because('content-differs', 'This payment came before with other content'),
  requestDiffers: because('request-differs', 'Account or amount are not those of the request to pay'),
  requestEnded: because('request-ended', 'The request to pay has ended'),
  accountUnknown: because('account-unknown', 'The account is not known yet'),
};

export type NewPaymentDecision = Extract<Decision, { payment: unknown }>;

export function placeOf({ topic, partition, offset }: ForeignMessage): string {
  return `${topic}/${String(partition)}/${String(offset)}`;
}

/** The producer's time, unless it lies in the future or is none. */
export function producedAt({ timestamp }: ForeignMessage, receivedAt: Date): Date {
  return timestamp.getTime() > 0 && timestamp < receivedAt ? timestamp : receivedAt;
}

/** One decision for each message, in their order. */
export function decideIntake(received: readonly ReceivedMessage[], known: Knowledge): Decision[] {
  const earlier = new Map<string, PaymentContent>();
  const decisions: Decision[] = [];
  for (const { message, content } of received) {
    if ('refusal' in content) {
      const { code, reason, paymentId } = content.refusal;
      decisions.push({ message, outcome: 'rejected', paymentId, reason: because(code, reason) });
      continue;
    }
    const { payment } = content;
    const { paymentId } = payment;
    const before = earlier.get(paymentId) ?? known.payments.get(paymentId);
    const request = known.requests.get(paymentId) ?? null;
    const repeat = before ? repeatOf(before, payment) : disagreement(payment, request);
    if (repeat) {
      decisions.push({ message, paymentId, ...repeat });
      continue;
    }
    earlier.set(paymentId, { ...payment, cardFingerprint: payment.cardFingerprints?.[0] ?? null });
    const outcome = payment.type === 'online' ? 'open' : 'stored';
    decisions.push(
      known.unknownAccounts.has(payment.accountId)
        ? { message, outcome: 'parked', paymentId, reason: reasons.accountUnknown, payment, request }
        : { message, outcome, paymentId, reason: null, payment, request },
    );
  }
  return decisions;
}

interface Repeat {
  outcome: 'duplicate' | 'conflicting';
  reason: Reason;
}

function repeatOf(before: PaymentContent, payment: ReadPayment): Repeat {
  return isSame(before, payment)
    ? { outcome: 'duplicate', reason: reasons.repeated }
    : { outcome: 'conflicting', reason: reasons.contentDiffers };
}

function isSame(before: PaymentContent, payment: ReadPayment): boolean {
  return (
    before.accountId === payment.accountId &&
    before.type === payment.type &&
    before.amount === payment.amount &&
    isSameCard(before.cardFingerprint, payment.cardFingerprints)
  );
}

function isSameCard(before: Buffer | null, fingerprints: Fingerprints | null): boolean {
  if (!before || !fingerprints) return !before && !fingerprints;
  return fingerprints.some((fingerprint) => fingerprint.equals(before));
}

/** A message under the id of a customer's request has to say what was asked for. */
function disagreement(payment: PaymentMessage, request: KnownRequest | null): Repeat | undefined {
  if (!request) return undefined;
  if (request.ended) return { outcome: 'conflicting', reason: reasons.requestEnded };
  const agrees =
    payment.type === 'online' && payment.accountId === request.accountId && payment.amount === request.amount;
  return agrees ? undefined : { outcome: 'conflicting', reason: reasons.requestDiffers };
}
