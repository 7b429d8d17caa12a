/** Picks two different things at random, the same ones in every run with the same seed. */
import { drawing } from './drawing';

export class Picker {
  private readonly drawn: () => number;

  constructor(
    private readonly things: readonly string[],
    seed: number,
  ) {
    this.drawn = drawing(seed);
  }

  /** In the order of the list, so that whoever locks them one by one never waits in a circle. */
  two(): [string, string] {
    const first = this.below(this.things.length);
    const other = (first + 1 + this.below(this.things.length - 1)) % this.things.length;
    return [this.at(Math.min(first, other)), this.at(Math.max(first, other))];
  }

  private at(place: number): string {
    const thing = this.things[place];
    if (thing === undefined) throw new RangeError(`There is nothing at ${place}`);
    return thing;
  }

  private below(limit: number): number {
    return Math.floor(this.drawn() * limit);
  }
}
