/** What people are mailed about: the outcome of transfers, for those who are subscribed to it. An event's id makes it one mail each. */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Mails, type NewMail } from '@plaza/notifications';
import { Database } from '@plaza/platform';
import { outcomeLetter, SubscriptionsQueries, TRANSFERS_TOPIC, type TransferEvent } from '@plaza/transfers';

@Controller()
export class NotificationsConsumer {
  constructor(
    private readonly subscriptions: SubscriptionsQueries,
    private readonly mails: Mails,
    private readonly database: Database,
  ) {}

  @EventPattern<typeof TRANSFERS_TOPIC>(TRANSFERS_TOPIC, { group: 'notifications' })
  async takeTransfers(@Payload() events: TransferEvent[]): Promise<void> {
    for (const event of events) {
      const mails = await this.outcomeMails(event);
      await this.database.transaction((tx) => this.mails.add(tx, mails));
    }
  }

  private async outcomeMails(event: TransferEvent): Promise<NewMail[]> {
    const subscribers = await this.subscriptions.subscribersOf(event.data.companyKey);
    return subscribers.map(({ address, language }) => ({
      cause: `${TRANSFERS_TOPIC} ${event.id}`,
      recipient: address,
      ...outcomeLetter(event, language),
    }));
  }
}
