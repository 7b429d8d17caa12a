/** Who pays. Accounts come with the seed data, known by their number, or are made for a customer. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Signals, type Tx } from '@plaza/platform';
import { insertGiven, outcomesOfKnown, type AccountImport, type GivenAccount } from './given-accounts';
import { moveLastPaymentDates } from './last-payment-dates';

/** Wakes those who take up payments that waited for their account. */
export const ACCOUNTS_SIGNAL = 'plaza_payments_accounts';

export interface AccountHolder {
  customerId: string;
  /** Customers who were entered at the counter may have neither username nor e-mail address. */
  name: string | null;
  email: string | null;
}

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings in accounts with the ids they have; those that are there stay as they are, but for a later last payment date.
   * @param accounts each id once
   */
  async importAccounts(
    accounts: readonly GivenAccount[],
    { dryRun = false }: { dryRun?: boolean } = {},
  ): Promise<AccountImport[]> {
    if (accounts.length === 0) return [];
    return this.database.transaction(async (tx) => {
      const created = dryRun ? [] : await insertGiven(tx, accounts, this.clock.now());
      const known = await outcomesOfKnown(tx, accounts);
      if (!dryRun) {
        await tx.query('SELECT payments.skip_given_account_ids()');
        const paid = accounts.flatMap(({ accountId, lastPaymentDate }) =>
          lastPaymentDate ? [[accountId, lastPaymentDate] as const] : [],
        );
        await moveLastPaymentDates(tx, paid);
        this.signals.raiseAfterCommit(ACCOUNTS_SIGNAL);
      }
      const fresh = new Set(created);
      return accounts.map(({ accountId }) => ({
        accountId,
        outcome: fresh.has(accountId) ? 'created' : (known.get(accountId) ?? 'created'),
      }));
    });
  }

  /** Customers who have no account get one; names and addresses of those who have are brought up to date. */
  async ensureForCustomers(holders: readonly AccountHolder[]): Promise<void> {
    if (holders.length === 0) return;
    const latest = [...new Map(holders.map((holder) => [holder.customerId, holder])).values()];
    await this.database.transaction(async (tx) => {
      await this.upsert(tx, latest, 'name = excluded.name, email = excluded.email');
    });
  }

  /** The account of a customer, made now if there is none. */
  async accountOf(tx: Tx, customerId: string): Promise<number> {
    const [known] = await tx.query<{ account_id: number }[]>(
      'SELECT account_id FROM payments.accounts WHERE customer_id = $1',
      [customerId],
    );
    if (known) return known.account_id;
    // Made by somebody else meanwhile, it keeps what they know; the change of nothing is for its number to be told.
    const [made] = await this.upsert(tx, [{ customerId, name: null, email: null }], 'name = accounts.name');
    if (!made) throw new Error('PostgreSQL made no account');
    return made.account_id;
  }

  private async upsert(
    tx: Tx,
    holders: readonly AccountHolder[],
    changes: string,
  ): Promise<{ account_id: number }[]> {
    this.signals.raiseAfterCommit(ACCOUNTS_SIGNAL);
    return tx.query<{ account_id: number }[]>(
      `INSERT INTO payments.accounts (customer_id, name, email, created_at)
       SELECT customer_id, name, email, $1
       FROM unnest($2::uuid[], $3::text[], $4::text[]) AS holder (customer_id, name, email)
       ORDER BY customer_id
       ON CONFLICT ON CONSTRAINT accounts_one_per_customer DO UPDATE SET ${changes}
       RETURNING account_id`,
      [
        this.clock.now(),
        holders.map(({ customerId }) => customerId),
        holders.map(({ name }) => name),
        holders.map(({ email }) => email),
      ],
    );
  }
}
