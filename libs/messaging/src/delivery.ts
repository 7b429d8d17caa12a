/**
 * Gives a batch of events to a consumer so that one bad event never holds back the others: the batch is tried a few times,
 * then its members alone, and what still fails becomes a dead letter. When the database is away, or even the dead letter
 * cannot be written, it throws: the transport then delivers again, which is right.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  asPlazaError,
  inSpans,
  LOGGER,
  PlazaError,
  requestContext,
  SpanKind,
  type PlazaLogger,
  type SpanMember,
} from '@plaza/platform';
import { DeadLetters } from './dead-letters';
import { contextOf, type AddressedEvent, type EventEnvelope } from './events';

const attemptsMax = 3;
const firstPauseMs = 50;

export type EventHandler = (events: EventEnvelope[]) => Promise<void>;

@Injectable()
export class Delivery {
  constructor(
    private readonly deadLetters: DeadLetters,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
  ) {}

  /** @throws only when nothing can be said about the events now, so that they have to come again */
  async deliver(consumer: string, handler: EventHandler, events: readonly AddressedEvent[]): Promise<void> {
    const mine = events.filter(({ onlyFor }) => onlyFor === null || onlyFor === consumer);
    if (mine.length === 0) return;
    const failure = await this.attempt(consumer, handler, mine);
    if (!failure) return;
    for (const event of mine) {
      const ownFailure = mine.length === 1 ? failure : await this.attempt(consumer, handler, [event]);
      if (!ownFailure) continue;
      this.logger.error(
        { err: ownFailure.error, consumer, event: event.envelope.id, type: event.envelope.type },
        'An event was put in the dead letters: mend the cause and replay it',
      );
      await this.deadLetters.add(consumer, event, ownFailure.error);
    }
  }

  private async attempt(
    consumer: string,
    handler: EventHandler,
    events: AddressedEvent[],
  ): Promise<{ error: unknown } | undefined> {
    const members = events.map(({ key, envelope }) => ({
      ids: [key],
      context: contextOf(envelope, consumer),
    }));
    const spans = () => events.map((event) => spanOf(consumer, event));
    const handle = () => handler(events.map(({ envelope }) => envelope));
    for (let attempt = 1; ; attempt += 1) {
      try {
        await inSpans(SpanKind.CONSUMER, spans, () => requestContext.runTogether(consumer, members, handle));
        return undefined;
      } catch (thrown) {
        const error = asPlazaError(thrown);
        if (error instanceof PlazaError && error.kind === 'unavailable') throw error;
        // A refusal by rule will not change by asking again.
        if (attempt === attemptsMax || error instanceof PlazaError) return { error };
        await new Promise((resolve) => setTimeout(resolve, firstPauseMs * 2 ** attempt));
      }
    }
  }
}

function spanOf(
  consumer: string,
  { topic, envelope: { id, type, traceparent } }: AddressedEvent,
): SpanMember {
  const attributes = {
    'messaging.consumer.group.name': consumer,
    'messaging.destination.name': topic,
    'messaging.message.id': id,
  };
  return { name: `${consumer} takes ${type}`, parent: traceparent ?? null, attributes };
}
