/** What the payments context announces. */
import type { EnvelopeOf, Fact } from '@plaza/messaging';
import type { PaymentType } from './messages/payment-message';

export const PAYMENTS_TOPIC = 'payments.events';

/** What every announcement of one payment says. Amounts are in minor units. */
interface PaymentData {
  paymentId: string;
  /** The order that it pays; null for payments that came from elsewhere. */
  orderId: string | null;
  accountId: number;
  type: PaymentType;
  amount: number;
}

/** The money is taken: online by the gateway's word, offline by the message itself. */
export type PaymentCaptured = Fact<'payment-captured', PaymentData & { capturedAt: string }>;

/** The gateway clearly said no. */
export type PaymentDeclined = Fact<'payment-declined', PaymentData & { reason: string }>;

/** Valid, but its account is not known yet; it is taken up when the account appears. */
export type PaymentParked = Fact<'payment-parked', PaymentData>;

/** A message that is no valid payment. */
export type PaymentRejected = Fact<
  'payment-rejected',
  {
    /** Null where the message has none that could be read. */
    paymentId: string | null;
    topic: string;
    partition: number;
    /** A whole number as text: Kafka's offsets pass what JSON numbers can hold. */
    offset: string;
    reasonCode: string;
    reason: string;
  }
>;

/** Money was given back: online by the gateway's word, offline at the counter. The amount is that of this refund. */
export type PaymentRefunded = Fact<
  'payment-refunded',
  PaymentData & {
    refundId: string;
    /** What was given back of the payment in all, this refund included. */
    refunded: number;
    /** What the payment was over. */
    captured: number;
    reason: string;
    refundedAt: string;
  }
>;

export type PaymentFact =
  PaymentCaptured | PaymentDeclined | PaymentParked | PaymentRejected | PaymentRefunded;
export type PaymentEvent = EnvelopeOf<PaymentFact>;
