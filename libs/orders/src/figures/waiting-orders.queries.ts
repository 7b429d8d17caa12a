/** How many orders wait for somebody or something, counted no further than a person cares to know. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import type { OrderStatus } from '../orders/order-status';

/** Accepted ones wait to be decided, placed ones for their money, paid ones to be handed over. */
export const waitingStatuses = ['accepted', 'awaiting-payment', 'paid'] as const satisfies OrderStatus[];
export type WaitingStatus = (typeof waitingStatuses)[number];

export interface WaitingOrders {
  status: WaitingStatus;
  orders: number;
}

/** In the order of an index, so that no more rows are read than are counted. */
const counted = `
  SELECT waiting.status, count(found.one)::float8 AS orders
  FROM unnest($1::text[]) WITH ORDINALITY AS waiting (status, place)
  LEFT JOIN LATERAL (
    SELECT 1 AS one FROM orders.orders WHERE orders.status = waiting.status
    ORDER BY created_at DESC, number DESC LIMIT $2
  ) AS found ON true
  GROUP BY waiting.status, waiting.place ORDER BY waiting.place`;

@Injectable()
export class WaitingOrdersQueries {
  constructor(private readonly database: Database) {}

  /** @param most where counting ends */
  count(most: number): Promise<WaitingOrders[]> {
    return this.database.readReplica<WaitingOrders>(counted, [waitingStatuses, most]);
  }
}
