/**
 * How the shop stands, as a stream: told whole whenever something is other than it was. The figures are looked up for all who listen
 * at once, and not more often than people can read.
 */
import { Injectable } from '@nestjs/common';
import { ORDER_SIGNAL } from '@plaza/orders';
import { Clock } from '@plaza/platform';
import { Today, type TodayView } from '@plaza/reporting';
import type { FastifyReply } from 'fastify';
import { EventStreams, type EventFeed, type StreamPosition, type SubjectEvent } from '../http/event-stream';

const subject = 'shop';
const restMs = 2_000;

@Injectable()
export class TodayEvents {
  private readonly feed: EventFeed;
  private told: { id: bigint; text: string; view: TodayView } | undefined;
  private lookedAtMs = -Infinity;

  constructor(
    streams: EventStreams,
    private readonly today: Today,
    private readonly clock: Clock,
  ) {
    this.feed = streams.feed({
      name: 'today',
      signal: ORDER_SIGNAL,
      read: (positions) => this.newsFor(positions),
    });
  }

  /** @throws PlazaError `request.too-many-streams` */
  connect(reply: FastifyReply): Promise<void> {
    return this.feed.connect(subject, reply);
  }

  private async newsFor(positions: readonly StreamPosition[]): Promise<SubjectEvent[]> {
    // What passes; the clock of the business may stand still.
    if (performance.now() - this.lookedAtMs >= restMs) await this.look();
    const { told } = this;
    if (!told || positions.every(({ after }) => after >= told.id)) return [];
    return [{ subject, id: told.id, type: 'today-changed', data: told.view }];
  }

  private async look(): Promise<void> {
    this.lookedAtMs = performance.now();
    const view = await this.today.look();
    const text = JSON.stringify(view);
    if (text === this.told?.text) return;
    // By the time, so that a stream which goes on at another process has heard nothing newer.
    const now = BigInt(this.clock.now().getTime());
    const next = (this.told?.id ?? 0n) + 1n;
    this.told = { id: now > next ? now : next, text, view };
  }
}
