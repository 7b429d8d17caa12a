/**
 * Waits for what will come by itself, by looking; fails with the last reason when it does not come in time. The longer it takes, the
 * less often it looks: looking is work, of which what is waited for may be short.
 */

const pauseMsMin = 20;
const pauseMsMax = 100;
/** How much longer than needed it may wait. */
const pauseShare = 0.1;
const patienceMsMax = 15_000;

/** @param look throws as long as it has not come; what it returns in the end is returned */
export async function eventually<T>(look: () => Promise<T> | T, patienceMs = patienceMsMax): Promise<T> {
  const startedAt = performance.now();
  for (;;) {
    try {
      return await look();
    } catch (error) {
      const waitedMs = performance.now() - startedAt;
      if (waitedMs > patienceMs) throw error;
      const pauseMs = Math.min(Math.max(waitedMs * pauseShare, pauseMsMin), pauseMsMax);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
