/**
 * How the payment stream stands, as a stream of events: the whole picture at once, and again whenever it has changed. Whoever comes
 * back needs no more than the picture of now, so an id says only which picture it is.
 */
import { Injectable } from '@nestjs/common';
import { OUTBOX_SIGNAL } from '@plaza/messaging';
import { StreamStatusQueries } from '@plaza/payments';
import { Clock } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { EventStreams, type EventFeed, type StreamPosition, type SubjectEvent } from '../http/event-stream';

interface Picture {
  id: bigint;
  status: object;
  text: string;
  /** By what passes; not the clock of the business. */
  goodUntilMs: number;
}

/** However much comes, the database is not asked more often. */
const restMs = 1_000;
const subject = 'stream';

@Injectable()
export class PaymentEvents {
  private readonly feed: EventFeed;
  private latest: Picture | undefined;

  constructor(
    streams: EventStreams,
    private readonly queries: StreamStatusQueries,
    private readonly clock: Clock,
  ) {
    this.feed = streams.feed({
      name: 'payments',
      signal: OUTBOX_SIGNAL,
      read: (positions) => this.read(positions),
    });
  }

  /** @throws PlazaError `request.too-many-streams` */
  connect(reply: FastifyReply): Promise<void> {
    return this.feed.connect(subject, reply);
  }

  private async read(positions: readonly StreamPosition[]): Promise<SubjectEvent[]> {
    const { id, status } = await this.picture();
    return positions.map((position) => ({ subject: position.subject, id, type: 'status', data: status }));
  }

  private async picture(): Promise<Picture> {
    const { latest } = this;
    if (latest && performance.now() < latest.goodUntilMs) return latest;
    const lookedAt = BigInt(this.clock.now().getTime());
    const status = await this.queries.status();
    const text = JSON.stringify(status);
    const goodUntilMs = performance.now() + restMs;
    if (latest?.text === text) return (this.latest = { ...latest, goodUntilMs });
    const id = latest && latest.id >= lookedAt ? latest.id + 1n : lookedAt;
    return (this.latest = { id, status, text, goodUntilMs });
  }
}
