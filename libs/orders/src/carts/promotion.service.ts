/**
 * Gives stock that came free to those who wait for it, line by line, always to the first: whoever wants many is not passed by
 * somebody behind who wants few, for otherwise they might wait for ever. The line orders those who wait, nobody else: meanwhile the
 * stock stays on sale for everybody, and none of it lies idle for the sake of a line.
 */
import { Injectable } from '@nestjs/common';
import { CatalogQueries } from '@plaza/catalog';
import { Clock, Database } from '@plaza/platform';
import { Promoting } from './promoting';
import { firstInLines, type FirstInLine } from './waiting-rows';

const linesAtOnceMax = 200;

@Injectable()
export class PromotionService {
  /** The line up to which this round has come. */
  private reached: FirstInLine | undefined;
  private promotedInRound = false;

  constructor(
    private readonly promoting: Promoting,
    private readonly database: Database,
    private readonly catalog: CatalogQueries,
    private readonly clock: Clock,
  ) {}

  /** Looks at a bounded number of lines, going round; true until a whole round has found nothing to give. */
  async promote(): Promise<boolean> {
    const firsts = await firstInLines(this.database, this.reached, this.clock.now(), linesAtOnceMax);
    const roundIsOver = firsts.length < linesAtOnceMax;
    this.reached = roundIsOver ? undefined : firsts.at(-1);
    if (await this.promoting.give(await this.withStock(firsts))) this.promotedInRound = true;
    if (!roundIsOver) return true;
    const again = this.promotedInRound;
    this.promotedInRound = false;
    return again;
  }

  /** A look without locks, so that lines without stock cost nothing; what it tells is decided again when stock is held. */
  private async withStock(firsts: readonly FirstInLine[]): Promise<FirstInLine[]> {
    const available = await this.catalog.available(firsts);
    return firsts.filter((_first, at) => (available[at] ?? 0) > 0);
  }
}
