/** Takes the raw messages of the two topics, a batch at a time; the offset is committed when they are durable. */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { ForeignMessage } from '@plaza/messaging';
import { PaymentsService } from '@plaza/payments';

const consumer = { group: 'payments', foreign: true };

@Controller()
export class PaymentMessagesConsumer {
  constructor(private readonly payments: PaymentsService) {}

  @EventPattern<'online'>('online', consumer)
  takeOnline(@Payload() messages: ForeignMessage[]): Promise<void> {
    return this.payments.receive(messages);
  }

  @EventPattern<'offline'>('offline', consumer)
  takeOffline(@Payload() messages: ForeignMessage[]): Promise<void> {
    return this.payments.receive(messages);
  }
}
