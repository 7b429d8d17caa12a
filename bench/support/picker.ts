/** Picks two different things at random, the same ones in every run with the same seed. */
export class Picker {
  private state: number;

  constructor(
    private readonly things: readonly string[],
    seed: number,
  ) {
    this.state = seed + 1;
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

  /** Mulberry32, a small generator that is good enough to spread orders over products. */
  private below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}
