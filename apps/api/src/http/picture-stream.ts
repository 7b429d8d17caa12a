/**
 * Streams that tell how something stands: the whole picture at once, and again whenever it has changed. Whoever comes back needs no
 * more than the picture of now, so an id says only which picture it is. It is looked up for all who listen together.
 */
import type { Clock } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import type { EventFeed, EventStreams, StreamPosition, SubjectEvent } from './event-stream';

export interface PictureKind {
  /** Names the stream in logs. */
  name: string;
  /** Raised when there may be another picture; it is looked up now and then without, too. */
  signal: string;
  /** Of the event that brings the picture. */
  type: string;
  /** However fast signals come, the database is not asked more often. */
  restMs: number;
  look: () => Promise<object>;
}

interface Picture {
  id: bigint;
  data: object;
  text: string;
}

export abstract class PictureStream {
  private readonly feed: EventFeed;
  private latest: Picture | undefined;
  /** By what passes; the clock of the business may stand still. */
  private restsUntilMs = 0;

  protected constructor(
    streams: EventStreams,
    private readonly clock: Clock,
    private readonly kind: PictureKind,
  ) {
    const { name, signal } = kind;
    this.feed = streams.feed({ name, signal, read: (positions) => this.read(positions) });
  }

  /** @throws PlazaError `request.too-many-streams` */
  connect(reply: FastifyReply): Promise<void> {
    return this.feed.connect(this.kind.name, reply);
  }

  private async read(positions: readonly StreamPosition[]): Promise<SubjectEvent[]> {
    if (performance.now() >= this.restsUntilMs) await this.look();
    const { latest } = this;
    if (!latest) return [];
    const { id, data } = latest;
    return positions.map(({ subject }) => ({ subject, id, type: this.kind.type, data }));
  }

  private async look(): Promise<void> {
    try {
      const data = await this.kind.look();
      const text = JSON.stringify(data);
      if (text === this.latest?.text) return;
      // By the time, so that a stream which goes on at another process has heard nothing newer.
      const now = BigInt(this.clock.now().getTime());
      const next = (this.latest?.id ?? 0n) + 1n;
      this.latest = { id: now > next ? now : next, data, text };
    } finally {
      this.restsUntilMs = performance.now() + this.kind.restMs;
    }
  }
}
