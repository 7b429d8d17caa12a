/**
 * Tells what became of stock: `stock-changed` in the statement that changes the counters, so that the last one of a product
 * costs an order no further round trip, and signals to lists and to those who wait for something to come free.
 */
import { Injectable } from '@nestjs/common';
import { Outbox, type Announcement, type OpenStatement } from '@plaza/messaging';
import { Signals, type Tx } from '@plaza/platform';
import { CATALOG_TOPIC } from '../catalog.events';
import { PRODUCT_LIST_SIGNAL } from '../products/product-list.signal';
import { STOCK_FREED_SIGNAL } from './stock-freed.signal';
import { availableAfter, crossesZero, type CounterChange } from './stock-place';

/** Runs the statement that writes the changes, with their news in it. */
export type WriteChanges = <Rows>(statement: OpenStatement) => Promise<Rows>;

@Injectable()
export class StockNews {
  constructor(
    private readonly outbox: Outbox,
    private readonly signals: Signals,
  ) {}

  /** Tells what crosses zero. */
  writerOf(tx: Tx, changes: readonly CounterChange[], now: Date): WriteChanges {
    return this.writer(tx, changes, changes.filter(crossesZero), now);
  }

  /** Tells every change, because somebody made it by hand. */
  writerOfAll(tx: Tx, changes: readonly CounterChange[], now: Date): WriteChanges {
    return this.writer(tx, changes, changes, now);
  }

  /** For changes that are known only when they have been written. */
  async tell(tx: Tx, changes: readonly CounterChange[], now: Date): Promise<void> {
    const told = changes.filter(crossesZero);
    this.raise(changes, told);
    await this.outbox.add(tx, CATALOG_TOPIC, announcementsOf(told, now));
  }

  private writer(
    tx: Tx,
    changes: readonly CounterChange[],
    told: readonly CounterChange[],
    now: Date,
  ): WriteChanges {
    return async <Rows>(statement: OpenStatement) => {
      const rows = await this.outbox.addWithin<Rows>(
        tx,
        CATALOG_TOPIC,
        announcementsOf(told, now),
        statement,
      );
      this.raise(changes, told);
      return rows;
    };
  }

  private raise(changes: readonly CounterChange[], told: readonly CounterChange[]): void {
    if (told.length > 0) this.signals.raiseAfterCommit(PRODUCT_LIST_SIGNAL);
    const freed = changes.some((change) => availableAfter(change) > change.availableBefore);
    if (freed) this.signals.raiseAfterCommit(STOCK_FREED_SIGNAL);
  }
}

function announcementsOf(changes: readonly CounterChange[], occurredAt: Date): Announcement[] {
  return changes.map((change) => {
    const { productId, branchId } = change;
    const data = { productId, branchId, available: availableAfter(change) };
    return { fact: { type: 'stock-changed', key: productId, data }, occurredAt };
  });
}
