/** Who gets the weekly report, as staff set it up. */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { asReportingRefusal, recipientUnknown } from '../reporting.errors';
import { Recipient, type RecipientView, type WantedReport } from './recipient.entity';

@Injectable()
export class Recipients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `reporting.recipient-known` */
  async add(wanted: WantedReport): Promise<RecipientView> {
    const recipient = new Recipient({ ...wanted, createdAt: this.clock.now() });
    await this.refusing(() => this.database.transaction((tx) => tx.insert(Recipient, recipient)));
    return recipient.view();
  }

  /** @throws PlazaError `reporting.recipient-unknown`, `reporting.recipient-known` */
  change(id: string, wanted: Partial<WantedReport>): Promise<RecipientView> {
    return this.refusing(() =>
      this.database.transaction(async (tx) => {
        const recipient = await tx.findOne(Recipient, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (!recipient) throw recipientUnknown(id);
        recipient.change(wanted);
        await tx.save(recipient);
        return recipient.view();
      }),
    );
  }

  /** @throws PlazaError `reporting.recipient-unknown` */
  async remove(id: string): Promise<void> {
    const { affected } = await this.database.transaction((tx) => tx.delete(Recipient, { id }));
    if (affected !== 1) throw recipientUnknown(id);
  }

  private async refusing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asReportingRefusal(error);
    }
  }
}
