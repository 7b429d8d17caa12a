/** Looks at all of something page by page, each page from where the one before ended: memory is a page, however much there is. */
export const pageMax = 1_000;

/** @returns how many there were on all pages */
export async function inPages<Item>(
  read: (after?: Item) => Promise<Item[]>,
  work: (page: readonly Item[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  let after: Item | undefined;
  for (;;) {
    const page = await read(after);
    if (page.length > 0) await work(page);
    count += page.length;
    if (page.length < pageMax) return count;
    after = page.at(-1);
  }
}
