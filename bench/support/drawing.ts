/**
 * Numbers from 0 up to, and without, 1 that look like chance and are the same ones in every run with the same seed. Mulberry32, a small
 * generator that is good enough to spread orders over products and requests over time.
 */
export function drawing(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
