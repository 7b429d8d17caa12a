/**
 * Payments in the order in which they were received. Online and offline ones have an index of that each, and a payment is in one of
 * them: what is sought is found in both and put together.
 */
export const paymentParts = [`type = 'online'`, `type = 'offline'`] as const;

/**
 * The first of the payments that `where` is true of, the earliest first.
 * @param limit at most so many, as SQL
 */
export function paymentsByTime(where: string, limit: string): string {
  const order = `ORDER BY created_at, payment_id LIMIT ${limit}`;
  const parts = paymentParts.map(
    (part) => `(SELECT * FROM payments.payments WHERE ${part} AND ${where} ${order})`,
  );
  return `(SELECT * FROM (${parts.join(' UNION ALL ')}) AS payments ${order})`;
}
