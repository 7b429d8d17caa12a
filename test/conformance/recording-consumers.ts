/** Two consumers of one topic that write down what they get, and refuse what the test tells them to. */
import { Controller, Injectable, Module, type Type } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { MessagingModule, OUTBOX_SIGNAL, Relay, type EventEnvelope } from '@plaza/messaging';
import { Loops, requestContext } from '@plaza/platform';

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
    return this.batches
      .filter((batch) => batch.consumer === consumer)
      .flatMap(({ events }) => events.map(numberOf));
  }
}

export function numberOf(event: EventEnvelope): number {
  return 'number' in event.data && typeof event.data.number === 'number' ? event.data.number : Number.NaN;
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

/** A process that relays, and takes `topic` for two consumers. */
export function recordingModule<Topic extends string>(topic: Topic): Type {
  @Controller()
  class FirstConsumer {
    constructor(private readonly recorder: Recorder) {}

    @EventPattern<Topic>(topic, { group: 'first' })
    take(@Payload() events: EventEnvelope[]): void {
      this.recorder.take('first', events);
    }
  }

  @Controller()
  class SecondConsumer {
    constructor(private readonly recorder: Recorder) {}

    @EventPattern<Topic>(topic, { group: 'second' })
    take(@Payload() events: EventEnvelope[]): void {
      this.recorder.take('second', events);
    }
  }

  @Module({
    imports: [MessagingModule],
    controllers: [FirstConsumer, SecondConsumer],
    providers: [Recorder, RelayLoop],
  })
  class RecordingModule {}
  return RecordingModule;
}

/** A process that writes and relays nothing: what it commits waits in the outbox. */
@Module({ imports: [MessagingModule] })
export class SilentModule {}
