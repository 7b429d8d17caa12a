/** What can be asked about accounts: who pays, and when they last did. */
import { Injectable } from '@nestjs/common';
import { Conditions, Database, readList, type CountedPage, type StaffPageWish } from '@plaza/platform';
import { accountUnknown } from '../payments.errors';

export interface AccountView {
  id: number;
  /** Null for an account that came with the seed data. */
  customerId: string | null;
  name: string | null;
  email: string | null;
  /** `YYYY-MM-DD` */
  birthdate: string | null;
  /** When its latest payment was made. */
  lastPaymentDate: Date | null;
  createdAt: Date;
}

export interface AccountFilter extends StaffPageWish {
  customerId?: string;
}

const columns = `accounts.account_id AS id, accounts.customer_id AS "customerId", accounts.name, accounts.email,
  to_char(accounts.birthdate, 'YYYY-MM-DD') AS birthdate, accounts.last_payment_date AS "lastPaymentDate",
  accounts.created_at AS "createdAt"`;

@Injectable()
export class AccountsQueries {
  constructor(private readonly database: Database) {}

  /** @throws PlazaError `payments.account-unknown` */
  async get(id: number): Promise<AccountView> {
    const [account] = await this.database.read<AccountView>(
      `SELECT ${columns} FROM payments.accounts WHERE account_id = $1`,
      [id],
    );
    if (!account) throw accountUnknown(id);
    return account;
  }

  /**
   * In the order of their numbers.
   * @throws InvalidInput when `after` is no cursor
   */
  list({ customerId, ...page }: AccountFilter): Promise<CountedPage<AccountView>> {
    return readList<AccountView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        ...{ table: 'payments.accounts', columns },
        conditions: new Conditions().add('customer_id = ?', customerId),
        place: [['account_id', 'number']],
        sort: 'id',
        placeOf: ({ id }) => [id],
      },
      page,
    );
  }
}
