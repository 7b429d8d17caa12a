/**
 * Where a transaction leaves what it has to announce: the events are committed with the change or not at all, and the relay
 * carries them from there. Taking a `Tx` makes publishing outside a transaction impossible to compile.
 */
import { Injectable } from '@nestjs/common';
import { newId, requestContext, Signals, type RequestContext, type Tx } from '@plaza/platform';
import type { AddressedEvent, EventEnvelope, Fact } from './events';

/** The signal that wakes the relay. */
export const OUTBOX_SIGNAL = 'plaza_outbox';

export interface Announcement {
  fact: Fact;
  occurredAt: Date;
  /** Whose request made it true; the call's own unless several requests are worked as one. */
  context?: RequestContext;
}

@Injectable()
export class Outbox {
  constructor(private readonly signals: Signals) {}

  /** Adds events in this order, as one statement. */
  async add(tx: Tx, topic: string, announcements: readonly Announcement[]): Promise<void> {
    await this.insert(
      tx,
      announcements.map(({ fact, occurredAt, context = requestContext.current() }) => ({
        topic,
        key: fact.key,
        envelope: envelop(fact, occurredAt, context),
        onlyFor: null,
      })),
    );
  }

  /** Puts events that are already addressed on their way again. */
  async insert(tx: Tx, events: readonly AddressedEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query(
      `INSERT INTO messaging.outbox (topic, key, envelope, only_for)
       SELECT topic, key, envelope, only_for
       FROM unnest($1::text[], $2::text[], $3::json[], $4::text[])
         WITH ORDINALITY AS event (topic, key, envelope, only_for, place)
       ORDER BY place`,
      [
        events.map(({ topic }) => topic),
        events.map(({ key }) => key),
        events.map(({ envelope }) => JSON.stringify(envelope)),
        events.map(({ onlyFor }) => onlyFor),
      ],
    );
    this.signals.raiseAfterCommit(OUTBOX_SIGNAL);
  }
}

function envelop(fact: Fact, occurredAt: Date, context: RequestContext): EventEnvelope {
  return {
    id: newId(),
    type: fact.type,
    occurredAt: occurredAt.toISOString(),
    correlationId: context.correlationId,
    actor: context.actor,
    data: fact.data,
  };
}
