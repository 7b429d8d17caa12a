/** Two consumers of one topic that write down what they get, and refuse what the test tells them to. */
import { Controller, Injectable, Module } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { MessagingModule, OUTBOX_SIGNAL, Relay, type EventEnvelope } from '@plaza/messaging';
import { Loops, requestContext } from '@plaza/platform';

export const topic = 'conformance.events';

@Injectable()
export class Recorder {
  readonly batches: { consumer: string; events: EventEnvelope[]; correlationId: string }[] = [];
  /** Numbers that `first` refuses. */
  readonly refused = new Set<number>();

  take(consumer: string, events: EventEnvelope[]): void {
    if (consumer === 'first' && events.some((event) => this.refused.has(numberOf(event)))) {
      throw new Error('This number is refused');
    }
    this.batches.push({ consumer, events, correlationId: requestContext.current().correlationId });
  }

  numbersOf(consumer: string): number[] {
    return this.batches.filter((batch) => batch.consumer === consumer).flatMap(({ events }) => events.map(numberOf));
  }
}

export function numberOf(event: EventEnvelope): number {
  return 'number' in event.data && typeof event.data.number === 'number' ? event.data.number : Number.NaN;
}

@Controller()
export class FirstConsumer {
  constructor(private readonly recorder: Recorder) {}

  @EventPattern(topic, { group: 'first' })
  take(@Payload() events: EventEnvelope[]): void {
    this.recorder.take('first', events);
  }
}

@Controller()
export class SecondConsumer {
  constructor(private readonly recorder: Recorder) {}

  @EventPattern(topic, { group: 'second' })
  take(@Payload() events: EventEnvelope[]): void {
    this.recorder.take('second', events);
  }
}

@Injectable()
class RelayLoop {
  constructor(loops: Loops, relay: Relay) {
    loops.add({
      name: 'relay-outbox',
      everyMs: 200,
      wakeOn: OUTBOX_SIGNAL,
      alone: true,
      work: () => relay.relayBatch(),
    });
  }
}

@Module({
  imports: [MessagingModule],
  controllers: [FirstConsumer, SecondConsumer],
  providers: [Recorder, RelayLoop],
})
export class RecordingModule {}

/** A process that writes and relays nothing: what it commits waits in the outbox. */
@Module({ imports: [MessagingModule] })
export class SilentModule {}
