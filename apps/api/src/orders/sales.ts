/** Sales at the counter: whom they are to is known by a document, or not at all. */
import { Injectable } from '@nestjs/common';
import { UsersQueries } from '@plaza/identity';
import { PlacingService, type OrderView } from '@plaza/orders';
import { PlazaError, requestContext } from '@plaza/platform';
import type { FastifyReply } from 'fastify';
import type { SaleDto } from './orders.dto';

@Injectable()
export class Sales {
  constructor(
    private readonly placing: PlacingService,
    private readonly users: UsersQueries,
  ) {}

  /** @throws PlazaError `orders.customer-unknown`, and what placing has against it */
  async sell(
    { id = requestContext.idToMake(), branchId, document, items }: SaleDto,
    reply: FastifyReply,
  ): Promise<OrderView> {
    const customerId = document === undefined ? null : await this.customerWith(document);
    const context = requestContext.current();
    const command = { id, customerId, branchId, items, sale: true, context };
    const { order, created } = await this.placing.place(command);
    void reply.status(created ? 201 : 200);
    return order;
  }

  private async customerWith(document: string): Promise<string> {
    const profile = await this.users.byDocument(document);
    if (profile?.role === 'customer') return profile.id;
    throw new PlazaError(
      'not-found',
      'orders.customer-unknown',
      `There is no customer with the document number ${document}; enter them first, or leave it out`,
      { document },
    );
  }
}
