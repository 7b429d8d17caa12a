/** What was sent to whom, and what became of it. */
import { Injectable } from '@nestjs/common';
import { MailsQueries, type MailStatus } from '@plaza/notifications';
import {
  Conditions,
  Database,
  readList,
  type CountedPage,
  type Language,
  type StaffPageWish,
} from '@plaza/platform';
import { deliveryCause } from './delivery-cause';

export interface DeliveryView {
  id: string;
  week: string;
  edition: number;
  recipientId: string;
  address: string;
  language: Language;
  /** When it was handed to the mail. */
  deliveredAt: Date;
  /** What became of the mail. */
  mail: MailStatus;
}

export interface DeliveryFilter extends StaffPageWish {
  /** As `2026-W47`. */
  week?: string;
}

type Row = Omit<DeliveryView, 'mail'>;

@Injectable()
export class DeliveriesQueries {
  constructor(
    private readonly database: Database,
    private readonly mails: MailsQueries,
  ) {}

  /**
   * Newest first, unless asked otherwise.
   * @throws InvalidInput when `after` is no cursor
   */
  async list({ week, ...page }: DeliveryFilter): Promise<CountedPage<DeliveryView>> {
    const { items, ...rest } = await readList<Row>(
      (sql, parameters) => this.database.read(sql, parameters),
      {
        table: 'reporting.deliveries',
        columns: `id, week, edition, recipient_id AS "recipientId", address, language, delivered_at AS "deliveredAt"`,
        conditions: new Conditions().add('week = ?', week),
        place: [
          ['delivered_at', 'instant'],
          ['id', 'uuid'],
        ],
        sort: '-deliveredAt',
        placeOf: ({ deliveredAt, id }) => [deliveredAt.toISOString(), id],
      },
      page,
    );
    const causes = items.map(({ edition, ...item }) => deliveryCause({ ...item, number: edition }));
    const statuses = await this.mails.statuses(
      items.map(({ address }, at) => ({ cause: causes[at] ?? '', recipient: address })),
    );
    return { items: items.map((item, at) => ({ ...item, mail: statuses[at] ?? 'waiting' })), ...rest };
  }
}
