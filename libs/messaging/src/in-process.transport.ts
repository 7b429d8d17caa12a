/**
 * Events within one process: the relay hands each batch to the consumers here and waits for them. Nothing is held in
 * memory between commit and delivery; what a kill interrupts is still in the outbox.
 */
import { Injectable } from '@nestjs/common';
import { BatchServer, type Consumer } from './batch-server';
import { Delivery } from './delivery';
import type { AddressedEvent, EventEnvelope } from './events';
import { EventTransport } from './transport';

@Injectable()
export class InProcessTransport extends EventTransport {
  private consumers: readonly Consumer[] = [];

  constructor(private readonly delivery: Delivery) {
    super();
  }

  connect(consumers: readonly Consumer[]): void {
    this.consumers = consumers.filter(({ foreign }) => !foreign);
  }

  async publish(events: readonly AddressedEvent[]): Promise<void> {
    const outcomes = await Promise.allSettled(
      this.consumers.map(({ topic, group, handle }) =>
        this.delivery.deliver(
          group,
          (envelopes: EventEnvelope[]) => handle(envelopes),
          events.filter((event) => event.topic === topic),
        ),
      ),
    );
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }
}

export class InProcessServer extends BatchServer {
  constructor(private readonly transport: InProcessTransport) {
    super();
  }

  listen(callback: () => void): void {
    this.transport.connect(this.consumers);
    callback();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
