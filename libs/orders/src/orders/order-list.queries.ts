/** Lists of orders, newest first: a customer's own, or all that staff ask for. */
import { Injectable } from '@nestjs/common';
import { Database, InvalidInput, type Actor } from '@plaza/platform';
import type { OrderStatus } from './order-status';
import { asView, orderColumns, type OrderRow, type OrderView } from './order-view';

export interface OrderFilter {
  status?: OrderStatus;
  customerId?: string;
  branchId?: string;
  /** From this instant on. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
  /** Count them all, too. */
  total?: boolean;
  limit: number;
  after?: string;
}

export interface OrderPage {
  items: OrderView[];
  next: string | null;
  total?: number;
}

@Injectable()
export class OrderListQueries {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput when `after` is no cursor */
  async list(filter: OrderFilter, actor: Actor): Promise<OrderPage> {
    const { parameters, conditions, parameter } = this.conditionsOf(filter, actor);
    const counted = filter.total ? await this.count(conditions, parameters) : undefined;
    if (filter.after !== undefined) {
      const { createdAt, number } = placeOfCursor(filter.after);
      conditions.push(
        `(orders.created_at, orders.number) < (${parameter(createdAt)}::timestamptz, ${parameter(number)}::bigint)`,
      );
    }
    const rows = await this.database.readReplica<OrderRow>(
      `SELECT ${orderColumns}
       FROM orders.orders ${where(conditions)}
       ORDER BY orders.created_at DESC, orders.number DESC LIMIT ${parameter(filter.limit + 1)}`,
      parameters,
    );
    const shown = rows.slice(0, filter.limit);
    const last = rows.length > filter.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(asView),
      next: last ? cursorOf(last) : null,
      ...(counted !== undefined && { total: counted }),
    };
  }

  private conditionsOf(filter: OrderFilter, actor: Actor) {
    const parameters: unknown[] = [];
    const parameter = (value: unknown) => `$${parameters.push(value)}`;
    const customerId = actor.kind === 'customer' ? actor.id : filter.customerId;
    const given: [string, unknown][] = [
      ['customer_id =', customerId],
      ['status =', filter.status],
      ['branch_id =', filter.branchId],
      ['created_at >=', filter.from],
      ['created_at <', filter.to],
    ];
    const conditions = given.flatMap(([condition, value]) =>
      value === undefined ? [] : [`orders.${condition} ${parameter(value)}`],
    );
    return { parameters, conditions, parameter };
  }

  private async count(conditions: readonly string[], parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.database.readReplica<{ total: string }>(
      `SELECT count(*) AS total FROM orders.orders ${where(conditions)}`,
      [...parameters],
    );
    return Number(row?.total ?? 0);
  }
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

function cursorOf({ createdAt, number }: OrderRow): string {
  return Buffer.from(`${createdAt.toISOString()} ${number}`).toString('base64url');
}

function placeOfCursor(after: string): { createdAt: string; number: string } {
  const text = Buffer.from(after, 'base64url').toString();
  const [, createdAt, number] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([1-9]\d{0,17})$/.exec(text) ?? [];
  if (createdAt !== undefined && number !== undefined && !Number.isNaN(Date.parse(createdAt))) {
    return { createdAt, number };
  }
  throw new InvalidInput([
    { pointer: '/after', detail: 'must be the `next` of an earlier page of the same list' },
  ]);
}
