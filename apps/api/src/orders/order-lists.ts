/** Lists of orders as they are asked for: a customer by a document, a branch by its code. */
import { Injectable } from '@nestjs/common';
import { UsersQueries } from '@plaza/identity';
import { CatalogQueries } from '@plaza/catalog';
import { OrderListQueries, type OrderFilter, type OrderPage } from '@plaza/orders';
import type { Actor } from '@plaza/platform';
import type { OrderListQuery } from './orders.dto';

const nothing: OrderPage = { items: [], next: null };

@Injectable()
export class OrderLists {
  constructor(
    private readonly orders: OrderListQueries,
    private readonly users: UsersQueries,
    private readonly catalog: CatalogQueries,
  ) {}

  async list({ document, branch, ...filter }: OrderListQuery, actor: Actor): Promise<OrderPage> {
    const wanted: OrderFilter = filter;
    const none = { ...nothing, ...(filter.total && { total: 0 }) };
    if (document !== undefined && actor.kind !== 'customer') {
      const customer = await this.users.byDocument(document);
      if (customer === undefined) return none;
      if (filter.customerId !== undefined && filter.customerId !== customer.id) return none;
      wanted.customerId = customer.id;
    }
    if (branch !== undefined) {
      const known = await this.catalog.branchNamed(branch);
      if (!known) return none;
      wanted.branchId = known.id;
    }
    return this.orders.list(wanted, actor);
  }
}
