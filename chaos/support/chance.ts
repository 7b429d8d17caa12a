/** Chance that can be had again: the same seed draws the same lots. */
import { createHash } from 'node:crypto';

export class Chance {
  private drawn = 0;

  constructor(private readonly seed: string) {}

  /** From 0 up to, and without, 1. */
  fraction(): number {
    this.drawn += 1;
    const bytes = createHash('sha256').update(`${this.seed} ${this.drawn}`).digest();
    return bytes.readUIntBE(0, 6) / 2 ** 48;
  }

  between(least: number, most: number): number {
    return least + this.fraction() * (most - least);
  }

  /** The same members in an order by lot. */
  shuffled<Member>(members: readonly Member[]): Member[] {
    return members
      .map((member) => ({ member, lot: this.fraction() }))
      .sort((one, other) => one.lot - other.lot)
      .map(({ member }) => member);
  }
}
