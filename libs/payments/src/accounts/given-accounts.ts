/** Accounts that come with their ids, and how they compare with those that are here. */
import type { Tx } from '@plaza/platform';

export interface GivenAccount {
  accountId: number;
  name: string | null;
  email: string | null;
  /** `YYYY-MM-DD` */
  birthdate: string | null;
  lastPaymentDate?: Date | null;
  createdAt?: Date | null;
}

/** What became of one: new, here with the same content, or here with other content, which stays. */
export interface AccountImport {
  accountId: number;
  outcome: 'created' | 'same' | 'different';
}

/** @returns the ids of those that were not there */
export async function insertGiven(tx: Tx, accounts: readonly GivenAccount[], now: Date): Promise<number[]> {
  const created = await tx.query<{ account_id: number }[]>(
    `INSERT INTO payments.accounts (account_id, name, email, birthdate, created_at)
     SELECT account_id, name, email, birthdate, coalesce(created_at, $1)
     FROM unnest($2::integer[], $3::text[], $4::text[], $5::date[], $6::timestamptz[])
       AS given (account_id, name, email, birthdate, created_at)
     ORDER BY account_id
     ON CONFLICT ON CONSTRAINT accounts_pk DO NOTHING
     RETURNING account_id`,
    [now, ...columnsOf(accounts), accounts.map(({ createdAt }) => createdAt ?? null)],
  );
  return created.map(({ account_id: accountId }) => accountId);
}

/** Those that are here, and whether they say the same. */
export async function outcomesOfKnown(
  tx: Tx,
  accounts: readonly GivenAccount[],
): Promise<Map<number, AccountImport['outcome']>> {
  const rows = await tx.query<{ account_id: number; same: boolean }[]>(
    `SELECT accounts.account_id,
            (accounts.name, accounts.email, accounts.birthdate) IS NOT DISTINCT FROM (given.name, given.email, given.birthdate)
              AS same
     FROM unnest($1::integer[], $2::text[], $3::text[], $4::date[]) AS given (account_id, name, email, birthdate)
     JOIN payments.accounts USING (account_id)`,
    columnsOf(accounts),
  );
  return new Map(rows.map(({ account_id: id, same }) => [id, same ? 'same' : 'different']));
}

function columnsOf(accounts: readonly GivenAccount[]): unknown[] {
  return [
    accounts.map(({ accountId }) => accountId),
    accounts.map(({ name }) => name),
    accounts.map(({ email }) => email),
    accounts.map(({ birthdate }) => birthdate),
  ];
}
