/** The number by which people name an order: what the database counts, in a shape that can be read aloud. */
export function orderNumber(counted: string): string {
  return `P-${counted.padStart(8, '0')}`;
}
