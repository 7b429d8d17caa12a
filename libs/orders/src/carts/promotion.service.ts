/**
 * Gives stock that came free to those who wait for it, queue by queue, always to the first: whoever wants many is not passed by
 * somebody behind who wants few, for otherwise they might wait for ever. The queue orders those who wait, nobody else: meanwhile the
 * stock stays on sale for everybody, and none of it lies idle for the sake of a queue.
 */
import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@plaza/catalog';
import { Clock, Database } from '@plaza/platform';
import { Promoting } from './promoting';
import { firstInQueues, type FirstInQueue } from './waiting-rows';

const queuesAtOnceMax = 200;

@Injectable()
export class PromotionService {
  /** The queue up to which this round has come. */
  private reached: FirstInQueue | undefined;
  private promotedInRound = false;

  constructor(
    private readonly promoting: Promoting,
    private readonly database: Database,
    private readonly catalog: CatalogQueries,
    private readonly clock: Clock,
  ) {}

  /** Looks at a bounded number of queues, going round; true until a whole round has found nothing to give. */
  async promote(): Promise<boolean> {
    const firsts = await firstInQueues(this.database, this.reached, this.clock.now(), queuesAtOnceMax);
    const roundIsOver = firsts.length < queuesAtOnceMax;
    this.reached = roundIsOver ? undefined : firsts.at(-1);
    if (await this.promoting.give(await this.withStock(firsts))) this.promotedInRound = true;
    if (!roundIsOver) return true;
    const again = this.promotedInRound;
    this.promotedInRound = false;
    return again;
  }

  /** A look without locks, so that queues without stock cost nothing; what it tells is decided again when stock is held. */
  private async withStock(firsts: readonly FirstInQueue[]): Promise<FirstInQueue[]> {
    const available = await this.catalog.available(firsts);
    return firsts.filter(({ cartOrdered }, at) => cartOrdered || (available[at] ?? 0) > 0);
  }
}
