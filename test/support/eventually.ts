/** Waits for what will come by itself, by looking; fails with the last reason when it does not come in time. */

const lookEveryMs = 20;
const patienceMsMax = 15_000;

/** @param look throws as long as it has not come; what it returns in the end is returned */
export async function eventually<T>(look: () => Promise<T> | T, patienceMs = patienceMsMax): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
}
