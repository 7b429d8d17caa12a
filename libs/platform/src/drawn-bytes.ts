/** Random bytes, drawn for many pieces at once: asking the system for each costs more than all the rest of what it is for. */
import { randomFillSync } from 'node:crypto';

const piecesAtOnce = 1_024;

/** Gives the next piece with every call; it is to be used, or copied, before the next one is asked for. */
export function drawnBytes(bytesEach: number): () => Uint8Array {
  const pool = new Uint8Array(piecesAtOnce * bytesEach);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const piece = pool.subarray(used, used + bytesEach);
    used += bytesEach;
    return piece;
  };
}
