/** How orders that were taken in come by their stock when their turn has come, also if it had come before and was cut short. */
import { Inject, Injectable } from '@nestjs/common';
import { StockService, type HoldAgainAnswer, type HoldAnswer, type HoldRequest } from '@plaza/catalog';
import { Clock, newId, SETTINGS, type Settings } from '@plaza/platform';
import { holdUntil } from './order-holds';
import type { AcceptedOrder } from '../orders/orders.queries';

export type AcceptedHold = HoldAnswer | HoldAgainAnswer;

@Injectable()
export class AcceptedHolds {
  constructor(
    private readonly stock: StockService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** In the order in which they are given. */
  async take(accepted: readonly AcceptedOrder[]): Promise<{ now: Date; answers: Map<string, AcceptedHold> }> {
    const now = this.clock.now();
    const until = holdUntil(now, this.settings.orders.paymentMs);
    const requests = accepted.map(({ id, branchId, items }): HoldRequest => {
      return { ownerId: id, branchId, lines: items, until };
    });
    const answers = new Map<string, AcceptedHold>();
    const keep = (asked: readonly HoldRequest[], told: readonly AcceptedHold[]) => {
      asked.forEach(({ ownerId }, at) => {
        const answer = told[at];
        if (answer) answers.set(ownerId, answer);
      });
    };
    const having = (outcome: AcceptedHold['outcome']) =>
      requests.filter(({ ownerId }) => answers.get(ownerId)?.outcome === outcome);
    keep(requests, await this.stock.hold(requests));
    const askedBefore = having('asked-before');
    if (askedBefore.length > 0) keep(askedBefore, await this.stock.holdAgain(askedBefore));
    const foreign = having('other-content');
    if (foreign.length > 0) {
      await this.setAside(foreign);
      keep(foreign, await this.stock.holdAgain(foreign));
    }
    return { now, answers };
  }

  /** What somebody got under an order's id who wished for something else, and was refused for it, is given back. */
  private async setAside(requests: readonly HoldRequest[]): Promise<void> {
    const moves = requests.map(({ ownerId, until }) => ({ from: ownerId, to: newId(), until }));
    const answers = await this.stock.takeOver(moves);
    await this.stock.release(moves.filter((_, at) => answers[at]?.outcome === 'held').map(({ to }) => to));
  }

  async giveBack(orderIds: readonly string[]): Promise<void> {
    await this.stock.release(orderIds);
  }
}
