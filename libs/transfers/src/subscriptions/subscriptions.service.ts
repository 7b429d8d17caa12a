/** Who is mailed what becomes of transfers, as staff set it up. */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { asTransfersRefusal, subscriptionUnknown } from '../transfers.errors';
import { Subscription, type SubscriptionView, type Wanted } from './subscription.entity';

@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `transfers.subscribed-already` */
  async subscribe(wanted: Wanted): Promise<SubscriptionView> {
    const subscription = new Subscription({ ...wanted, createdAt: this.clock.now() });
    await this.refusing(() => this.database.transaction((tx) => tx.insert(Subscription, subscription)));
    return subscription.view();
  }

  /** @throws PlazaError `transfers.subscription-unknown`, `transfers.subscribed-already` */
  change(id: string, wanted: Partial<Wanted>): Promise<SubscriptionView> {
    return this.refusing(() =>
      this.database.transaction(async (tx) => {
        const subscription = await tx.findOne(Subscription, {
          where: { id },
          lock: { mode: 'pessimistic_write' },
        });
        if (!subscription) throw subscriptionUnknown(id);
        subscription.change(wanted);
        await tx.save(subscription);
        return subscription.view();
      }),
    );
  }

  /** @throws PlazaError `transfers.subscription-unknown` */
  async end(id: string): Promise<void> {
    const { affected } = await this.database.transaction((tx) => tx.delete(Subscription, { id }));
    if (affected !== 1) throw subscriptionUnknown(id);
  }

  private async refusing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asTransfersRefusal(error);
    }
  }
}
