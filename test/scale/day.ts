/**
 * What people and machines do all day, route by route: every route that changes something stands in a table of acts, with one call of it that
 * is answered well. An act may need things to be there that others were asked for before.
 */
import { randomUUID } from 'node:crypto';
import { OrdersService } from '@plaza/orders';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Description } from '#test/description';
import type { Answer, Client } from '#test/client';
import type { World } from '#test/world';
import { filled } from '../http/all-routes';

export interface Act {
  by: Client;
  /** What stands in the path. */
  at?: Record<string, string>;
  query?: string;
  /** As the published description gives it as an example, unless told. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** By `METHOD /path`; with more than one of a route, what is different about it stands behind a colon. */
export type Acts = Record<string, () => Promise<Act> | Act>;

interface Those {
  shopper: Client;
  clerk: Client;
  manager: Client;
  /** The machine of a partner with many members. */
  business: Client;
  /** The same partner's in its sandbox. */
  trial: Client;
  /** The machine that hands payment messages in. */
  feed: Client;
  /** Takes whatever is sent to it. */
  webhookUrl: string;
  productId: string;
  branchId: string;
  /** Of a customer with orders. */
  customerId: string;
  partnerId: string;
}

export const priceOfProduct = 100;

export class Day {
  private readonly description: Description;

  constructor(
    private readonly world: World,
    private readonly document: OpenAPIObject,
    readonly those: Those,
  ) {
    this.description = new Description(document);
  }

  get anyone(): Client {
    return this.world.anyone;
  }

  items(quantity = 1) {
    return [{ productId: this.those.productId, quantity }];
  }

  /** What the database has for what no route tells. */
  async row(sql: string, parameters: unknown[] = []): Promise<Record<string, string>> {
    const [row] = await this.world.rows<Record<string, string>>(sql, parameters);
    if (!row) throw new Error(`There is no row for ${sql}`);
    return row;
  }

  /** @returns the id of what was made */
  async made(answer: Promise<Answer<{ id: string }>>): Promise<string> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`Nothing was made: ${String(status)} ${JSON.stringify(body)}`);
    return body.id;
  }

  order(): Promise<string> {
    return this.made(this.those.shopper.post('/v1/orders', { items: this.items() }));
  }

  /** By a payment that the stream has had. */
  async paidOrder(): Promise<string> {
    const orderId = await this.order();
    const { payment: paymentId = '' } = await this.row(
      `SELECT payment_id AS payment FROM payments.payments WHERE status = 'stored' ORDER BY random() LIMIT 1`,
    );
    const context = { correlationId: randomUUID(), actor: null };
    const capture = {
      paymentId,
      orderId,
      amount: priceOfProduct,
      capturedAt: this.world.clock.now(),
      context,
    };
    await this.world.app.get(OrdersService).markPaid([capture]);
    return orderId;
  }

  /** With something in it. */
  async cart(): Promise<string> {
    const { shopper, productId } = this.those;
    const id = await this.made(shopper.post('/v1/orders/carts', {}));
    await this.made(shopper.put(`/v1/orders/carts/${id}/items/${productId}`, { quantity: 1 }));
    return id;
  }

  /** @returns how it is answered */
  async call(title: string, { by, at = {}, query = '', body, headers = {} }: Act): Promise<Answer> {
    const [route = ''] = title.split(': ');
    const [method = '', path = ''] = route.split(' ');
    const sent = method === 'DELETE' ? undefined : (body ?? this.exampleOf(method, path));
    return by.request(method, `${filled(path, at, '')}${query}`, sent, { headers });
  }

  private exampleOf(method: string, path: string): unknown {
    const requestBody = this.description.operation(method, path)?.requestBody;
    const content = requestBody && 'content' in requestBody ? requestBody.content : {};
    return content['application/json']?.example ?? {};
  }
}
