/** Where there is no Kafka, payments go to the end of the local log; those that come at the same time go together. */
import { together } from '@plaza/platform';
import { tooBusy } from '../payments.errors';
import type { PaymentsService } from '../payments.service';
import { messageOf, PaymentStream, type OutgoingPayment } from './payment-stream';

const limits = { batchMax: 64, underWayMax: 1, waitingMax: 5_000, onFull: tooBusy };

export class LocalPaymentStream extends PaymentStream {
  private readonly append: (value: Buffer) => Promise<true>;

  constructor(payments: PaymentsService) {
    super();
    this.append = together(async (values: Buffer[]) => {
      await payments.append('online', values);
      return values.map(() => true as const);
    }, limits);
  }

  async put(payment: OutgoingPayment): Promise<void> {
    await this.append(messageOf(payment));
  }
}
