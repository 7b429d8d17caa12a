/** Which subscriptions there are, and who is to hear of a transfer. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  Database,
  readList,
  type CountedPage,
  type Language,
  type StaffPageWish,
} from '@plaza/platform';
import { subscriptionUnknown } from '../transfers.errors';
import type { SubscriptionView } from './subscription.entity';

export interface Subscriber {
  address: string;
  language: Language;
}

const columns = 'id, address, company_key AS "companyKey", language, created_at AS "createdAt"';

@Injectable()
export class SubscriptionsQueries {
  constructor(private readonly database: Database) {}

  /** @throws PlazaError `transfers.subscription-unknown` */
  async get(id: string): Promise<SubscriptionView> {
    const [subscription] = await this.database.read<SubscriptionView>(
      `SELECT ${columns} FROM transfers.subscriptions WHERE id = $1`,
      [id],
    );
    if (!subscription) throw subscriptionUnknown(id);
    return subscription;
  }

  /**
   * The oldest first.
   * @throws InvalidInput when `after` is no cursor
   */
  list(page: StaffPageWish): Promise<CountedPage<SubscriptionView>> {
    return readList<SubscriptionView>(
      (sql, parameters) => this.database.read(sql, parameters),
      {
        table: 'transfers.subscriptions',
        columns,
        conditions: new Conditions(),
        place: [['id', 'uuid']],
        sort: 'createdAt',
        placeOf: ({ id }) => [id],
      },
      page,
    );
  }

  /** Each address once, in the language of its subscription to this very company where it has two. */
  subscribersOf(companyKey: string | null): Promise<Subscriber[]> {
    return this.database.read<Subscriber>(
      `SELECT DISTINCT ON (lower(address)) address, language FROM transfers.subscriptions
       WHERE company_key IS NULL OR company_key = $1
       ORDER BY lower(address), company_key NULLS LAST`,
      [companyKey],
    );
  }
}
