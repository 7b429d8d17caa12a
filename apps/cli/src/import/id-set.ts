/** A set of ids as databases count them: a bit each, in pages that are there when an id of them is. */
const idsPerPage = 32_768;

export class IdSet {
  private readonly pages = new Map<number, Uint8Array>();

  has(id: number): boolean {
    const { page, at, bit } = placeOf(id);
    return ((this.pages.get(page)?.[at] ?? 0) & bit) !== 0;
  }

  /** @returns false when it was there before */
  add(id: number): boolean {
    const { page, at, bit } = placeOf(id);
    const bits = this.pages.get(page) ?? new Uint8Array(idsPerPage / 8);
    const before = bits[at] ?? 0;
    bits[at] = before | bit;
    this.pages.set(page, bits);
    return (before & bit) === 0;
  }
}

function placeOf(id: number) {
  const inPage = id % idsPerPage;
  return { page: (id - inPage) / idsPerPage, at: inPage >> 3, bit: 1 << (inPage & 7) };
}
