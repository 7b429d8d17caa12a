/** Where there is no Kafka, payments go to the end of the local log; those that come at the same time go together. */
import { together } from '@plaza/platform';
import type { PaymentType } from '../messages/payment-message';
import { tooBusy } from '../payments.errors';
import type { PaymentsService } from '../payments.service';
import { messageOf, PaymentStream, type OutgoingPayment, type PartitionStart } from './payment-stream';

const limits = { batchMax: 64, underWayMax: 1, waitingMax: 5_000, onFull: tooBusy };

type Append = (value: Buffer) => Promise<true>;

export class LocalPaymentStream extends PaymentStream {
  private readonly append: Record<PaymentType, Append>;

  constructor(payments: PaymentsService) {
    super();
    const appendTo = (topic: PaymentType) =>
      together(async (values: Buffer[]) => {
        await payments.append(topic, values);
        return values.map(() => true as const);
      }, limits);
    this.append = { online: appendTo('online'), offline: appendTo('offline') };
  }

  async put(payment: OutgoingPayment): Promise<void> {
    await this.append[payment.type](messageOf(payment));
  }

  starts(): Promise<PartitionStart[]> {
    return Promise.resolve([]);
  }
}
