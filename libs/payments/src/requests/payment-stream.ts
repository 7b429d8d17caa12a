/** The way by which our own payments go, the same as everybody's: a message on the topic `online` or `offline`. */
import type { PaymentMessage, PaymentType } from '../messages/payment-message';

export type OutgoingPayment = Pick<PaymentMessage, 'paymentId' | 'accountId' | 'amount' | 'currency'> & {
  /** Also the topic on which it goes. */
  type: PaymentType;
  /** None of what was paid at the counter. */
  card: string | null;
  /** Goes along as a header where there are any. */
  traceparent?: string | null;
};

/** Where what is kept of a partition begins now. */
export interface PartitionStart {
  topic: PaymentType;
  partition: number;
  firstOffset: bigint;
}

export abstract class PaymentStream {
  /**
   * Puts the payment's message on the stream; resolves when it is durable there. Putting it again is harmless.
   * @throws PlazaError of kind `unavailable` or `limit`; then the message may be there or not
   */
  abstract put(payment: OutgoingPayment): Promise<void>;

  /**
   * Of every partition of both topics; of none where the log is our own, which forgets nothing.
   * @throws when it cannot be asked now
   */
  abstract starts(): Promise<PartitionStart[]>;
}

/** The message as the stream's format has it, with the currency beside it, which others pass over. */
export function messageOf({ paymentId, accountId, type, card, amount, currency }: OutgoingPayment): Buffer {
  return Buffer.from(
    JSON.stringify({
      payment_id: paymentId,
      account_id: accountId,
      payment_type: type,
      ...(card !== null && { credit_card: card }),
      amount,
      ...(currency !== null && { currency }),
    }),
  );
}
