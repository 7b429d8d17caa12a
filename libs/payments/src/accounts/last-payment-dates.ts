/** Accounts remember when they last paid. Payments arrive in any order and more than once, so the date only moves forward. */
import type { Tx } from '@plaza/platform';
import { plainList } from '../intake/columns';

/** Accounts are locked in the order of their ids, so that batches which touch the same ones wait and never block each other. */
export async function moveLastPaymentDates(
  tx: Tx,
  payments: readonly (readonly [number, Date])[],
): Promise<void> {
  if (payments.length === 0) return;
  const latest = new Map<number, Date>();
  for (const [accountId, at] of payments) {
    const known = latest.get(accountId);
    if (!known || at > known) latest.set(accountId, at);
  }
  await tx.query(
    `WITH paid AS (
       SELECT account_id, to_timestamp(at_ms / 1000.0) AS at
       FROM unnest($1::integer[], $2::float8[]) AS payment (account_id, at_ms)
     ), locked AS (
       SELECT account_id FROM payments.accounts WHERE account_id = ANY($1::integer[]) ORDER BY account_id FOR UPDATE
     )
     UPDATE payments.accounts
     SET last_payment_date = greatest(accounts.last_payment_date, paid.at)
     FROM paid JOIN locked USING (account_id)
     WHERE accounts.account_id = paid.account_id`,
    [plainList(latest.keys()), plainList(Array.from(latest.values(), (at) => at.getTime()))],
  );
}
