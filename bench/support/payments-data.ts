/** Messages and accounts to measure the payment stream with. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';

export const accountsMax = 2_000;

/** Valid payments of known accounts, each with an id of its own. */
export function* paymentMessages(type: 'online' | 'offline', count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) {
    yield JSON.stringify({
      payment_id: randomUUID(),
      account_id: 1 + (number % accountsMax),
      payment_type: type,
      credit_card: String(4_000_000_000_000_000 + number),
      amount: 1 + (number % 1_000),
      delay: number % 100,
    });
  }
}

export async function fillAccounts(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO payments.accounts (account_id, name, email, birthdate, created_at)
       SELECT number, 'Account ' || number, 'account-' || number || '@example.com', date '1980-01-01', now()
       FROM generate_series(1, $1::int) AS number`,
      [accountsMax],
    );
    await client.query('ANALYZE payments.accounts');
  });
}
