/**
 * Carries committed events from the outbox to the transport: in order, a bounded batch at a time, and at least once. An
 * event leaves the outbox only after the transport has taken it, so a kill in between repeats it and loses nothing.
 * One relay works at a time (the loop that runs it holds a lock); two would only repeat events, not lose them.
 */
import { Injectable } from '@nestjs/common';
import { Database, isTracing, Metrics, SpanKind, tellSpan } from '@plaza/platform';
import type { AddressedEvent, EventEnvelope } from './events';
import { EventTransport } from './transport';

const batchMax = 500;

interface OutboxRow {
  position: string;
  topic: string;
  key: string;
  envelope: EventEnvelope;
  only_for: string | null;
}

@Injectable()
export class Relay {
  private readonly relayed;

  constructor(
    private readonly database: Database,
    private readonly transport: EventTransport,
    metrics: Metrics,
  ) {
    this.relayed = metrics.counter('plaza_outbox_relayed_total', 'Events carried from the outbox', ['topic']);
  }

  /** Relays one batch; true when there may be more. */
  async relayBatch(): Promise<boolean> {
    const rows = await this.database.read<OutboxRow>(
      `SELECT position, topic, key, envelope, only_for FROM messaging.outbox ORDER BY position LIMIT $1`,
      [batchMax],
    );
    if (rows.length === 0) return false;
    await this.transport.publish(rows.map(addressed));
    await this.database.transaction((tx) =>
      tx.query('DELETE FROM messaging.outbox WHERE position = ANY($1::bigint[])', [
        rows.map(({ position }) => position),
      ]),
    );
    for (const { topic } of rows) this.relayed.inc({ topic });
    if (isTracing()) rows.forEach(tellRelayed);
    return true;
  }

  /** How many events wait, and since when the oldest does. */
  async backlog(): Promise<{ waiting: number; oldestOccurredAt: string | null }> {
    const [row] = await this.database.read<{ waiting: string; oldest: string | null }>(
      `SELECT (SELECT count(*) FROM messaging.outbox) AS waiting,
              (SELECT envelope ->> 'occurredAt' FROM messaging.outbox ORDER BY position LIMIT 1) AS oldest`,
    );
    return { waiting: Number(row?.waiting ?? 0), oldestOccurredAt: row?.oldest ?? null };
  }
}

/** How long it took from the fact to its being carried, in the trace that it happened in. */
function tellRelayed({ topic, envelope: { type, id, occurredAt, traceparent } }: OutboxRow): void {
  if (traceparent === undefined) return;
  tellSpan(`relay ${type}`, new Date(occurredAt), {
    kind: SpanKind.PRODUCER,
    parent: traceparent,
    attributes: { 'messaging.destination.name': topic, 'messaging.message.id': id },
  });
}

function addressed(row: OutboxRow): AddressedEvent {
  return { topic: row.topic, key: row.key, envelope: row.envelope, onlyFor: row.only_for };
}
