/**
 * Where a transaction leaves what it has to announce: the events are committed with the change or not at all, and the relay
 * carries them from there. Taking a `Tx` makes publishing outside a transaction impossible to compile.
 */
import { Injectable } from '@nestjs/common';
import { newId, prepared, requestContext, Signals, type RequestContext, type Tx } from '@plaza/platform';
import type { AddressedEvent, EventEnvelope, Fact } from './events';

/** The signal that wakes the relay. */
export const OUTBOX_SIGNAL = 'plaza_outbox';

export interface Announcement {
  fact: Fact;
  occurredAt: Date;
  /** Whose request made it true; the call's own unless several requests are worked as one. */
  context?: RequestContext;
}

/** A statement whose common table expressions can be added to; it begins with `WITH` and has one at least. */
export interface OpenStatement {
  /** @param added further common table expressions, with the comma before them; or nothing */
  sql: (added: string) => string;
  parameters: unknown[];
  /** Selects keys from the statement's own expressions: what is not among them has not become true, and is not announced. */
  keysMadeTrue?: string;
}

@Injectable()
export class Outbox {
  constructor(private readonly signals: Signals) {}

  /** Adds events in this order, as one statement. */
  async add(tx: Tx, topic: string, announcements: readonly Announcement[]): Promise<void> {
    await this.insert(tx, addressed(topic, announcements));
  }

  /** Adds events in the very statement that makes them true, where a round trip of their own would cost too much. */
  async addWithin<Rows>(
    tx: Tx,
    topic: string,
    announcements: readonly Announcement[],
    { sql, parameters, keysMadeTrue }: OpenStatement,
  ): Promise<Rows> {
    if (announcements.length === 0) return tx.query<Rows>(prepared(sql('')), parameters);
    const added = `, announced AS (${insertEvents(parameters.length + 1, keysMadeTrue)})`;
    const events = columnsOf(addressed(topic, announcements));
    const rows = await tx.query<Rows>(prepared(sql(added)), [...parameters, ...events]);
    this.signals.raiseAfterCommit(OUTBOX_SIGNAL);
    return rows;
  }

  /** Puts events that are already addressed on their way again. */
  async insert(tx: Tx, events: readonly AddressedEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query(prepared(insertEvents(1)), columnsOf(events));
    this.signals.raiseAfterCommit(OUTBOX_SIGNAL);
  }
}

function addressed(topic: string, announcements: readonly Announcement[]): AddressedEvent[] {
  return announcements.map(({ fact, occurredAt, context = requestContext.current() }) => ({
    topic,
    key: fact.key,
    envelope: envelop(fact, occurredAt, context),
    onlyFor: null,
  }));
}

function insertEvents(firstParameter: number, keys?: string): string {
  const [topics, itsKeys, envelopes, consumers] = [0, 1, 2, 3].map((at) => `$${firstParameter + at}::text`);
  return `INSERT INTO messaging.outbox (topic, key, envelope, only_for)
       SELECT topic, key, envelope::json, only_for
       FROM ROWS FROM (unnest(${topics}[]), unnest(${itsKeys}[]), string_to_table(${envelopes}, E'\\n'),
                       unnest(${consumers}[]))
         WITH ORDINALITY AS event (topic, key, envelope, only_for, place)
       ${keys === undefined ? '' : `WHERE key IN (${keys})`}
       ORDER BY place`;
}

function columnsOf(events: readonly AddressedEvent[]): unknown[] {
  return [
    events.map(({ topic }) => topic),
    events.map(({ key }) => key),
    // A line each: as an array they would be escaped here and read back there, which costs more than all the rest.
    events.map(({ envelope }) => JSON.stringify(envelope)).join('\n'),
    events.map(({ onlyFor }) => onlyFor),
  ];
}

function envelop(fact: Fact, occurredAt: Date, context: RequestContext): EventEnvelope {
  return {
    id: newId(),
    type: fact.type,
    occurredAt: occurredAt.toISOString(),
    correlationId: context.correlationId,
    actor: context.actor && { kind: context.actor.kind, id: context.actor.id },
    ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
    data: fact.data,
  };
}
