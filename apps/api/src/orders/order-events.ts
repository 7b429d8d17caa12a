/** What happens to an order, as a stream of events: one per change of its status, known by the version that it made. */
import { Injectable } from '@nestjs/common';
import { factOfStatus, finalStatuses, ORDER_SIGNAL, OrdersQueries, type OrderChange } from '@plaza/orders';
import type { Actor } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import { EventStreams, type EventFeed, type StreamPosition, type SubjectEvent } from '../http/event-stream';

/** More versions than an order can have. */
const versionMax = 32_767n;

@Injectable()
export class OrderEvents {
  private readonly feed: EventFeed;

  constructor(
    streams: EventStreams,
    private readonly queries: OrdersQueries,
  ) {
    this.feed = streams.feed({
      name: 'orders',
      signal: ORDER_SIGNAL,
      read: (positions, limit) => this.changesAfter(positions, limit),
    });
  }

  /** @throws PlazaError `orders.order-unknown`, `request.too-many-streams` */
  async connect(orderId: string, actor: Actor, reply: FastifyReply): Promise<void> {
    await this.queries.get(orderId, actor);
    await this.feed.connect(orderId, reply);
  }

  private async changesAfter(positions: readonly StreamPosition[], limit: number): Promise<SubjectEvent[]> {
    const known = positions.map(({ subject, after }) => {
      return { orderId: subject, version: Number(after < versionMax ? after : versionMax) };
    });
    return (await this.queries.changesAfter(known, limit)).map(eventOf);
  }
}

function eventOf({ orderId, version, status, at, reason }: OrderChange): SubjectEvent {
  return {
    subject: orderId,
    id: BigInt(version),
    type: factOfStatus(status),
    data: { orderId, status, at, reason },
    last: finalStatuses.includes(status),
  };
}
