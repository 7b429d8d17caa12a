/*
 * Chance that can be repeated: everything a simulation decides by lot is derived from its seed, so the same seed tells the same
 * story with the same numbers.
 */
import { createHash } from 'node:crypto';

/** 32 bytes that depend on nothing but the arguments. */
export function digest(seed: string, subject: string): Buffer {
  return createHash('sha256').update(`${seed}/${subject}`).digest();
}

/** The digest of a subject as a fraction from 0 to below 1; `place` 0 to 7 names which of its eight independent numbers. */
export function fraction(bytes: Buffer, place: number): number {
  return bytes.readUInt32LE(place * 4) / 2 ** 32;
}

/** Numbers in a fixed order for a seed (mulberry32, by Tommy Ettinger), for shuffles where a digest for each would be too slow. */
export class SeededRandom {
  #state: number;

  constructor(seed: string) {
    this.#state = digest(seed, 'order').readUInt32LE(0);
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}
