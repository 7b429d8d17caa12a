/** Orders that were made without a connection and come together: each is checked and decided on its own. */
import { Inject, Injectable } from '@nestjs/common';
import type { OrderView } from '@plaza/orders';
import {
  Clock,
  InvalidInput,
  LOGGER,
  PlazaError,
  requestContext,
  type Actor,
  type PlazaLogger,
} from '@plaza/platform';
import { describeFault, type Fault } from '../http/problem.filter';
import { createValidationPipe } from '../http/validation';
import { BatchedOrderDto } from './orders.dto';
import { OrderPlacing } from './place-order';

export interface BatchItem {
  /** As it was sent; null when it was no id. */
  id: string | null;
  outcome: 'created' | 'known' | 'refused';
  order?: OrderView;
  problem?: Fault & { requestId: string };
}

/** A clock without a connection may be off by so much. */
const clockAheadMs = 5 * 60_000;

@Injectable()
export class OrderBatch {
  private readonly validation = createValidationPipe();

  constructor(
    private readonly placing: OrderPlacing,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
  ) {}

  async place(orders: readonly unknown[], actor: Actor): Promise<{ items: BatchItem[] }> {
    return { items: await Promise.all(orders.map((order) => this.placeOne(order, actor))) };
  }

  private async placeOne(sent: unknown, actor: Actor): Promise<BatchItem> {
    try {
      const wish = await this.checked(sent);
      const { order, created } = await this.placing.placeOneOfBatch(wish, actor);
      return { id: order.id, outcome: created ? 'created' : 'known', order };
    } catch (error) {
      return { id: idOf(sent), outcome: 'refused', problem: this.problemOf(error) };
    }
  }

  /** @throws InvalidInput */
  private async checked(sent: unknown): Promise<BatchedOrderDto> {
    const wish: unknown = await this.validation.transform(sent, { type: 'body', metatype: BatchedOrderDto });
    if (!(wish instanceof BatchedOrderDto)) {
      throw new InvalidInput([{ pointer: '', detail: 'must be an object' }]);
    }
    if (wish.placedAt && wish.placedAt.getTime() > this.clock.now().getTime() + clockAheadMs) {
      throw new InvalidInput([{ pointer: '/placedAt', detail: 'must not be in the future' }]);
    }
    return wish;
  }

  private problemOf(error: unknown): Fault & { requestId: string } {
    const { correlationId } = requestContext.current();
    if (!(error instanceof PlazaError)) {
      this.logger.error({ err: error, correlationId }, 'An order of a batch failed by a fault of ours');
    }
    return { ...describeFault(error), requestId: correlationId };
  }
}

function idOf(sent: unknown): string | null {
  const told = typeof sent === 'object' && sent !== null && 'id' in sent ? sent.id : null;
  return typeof told === 'string' ? told : null;
}
