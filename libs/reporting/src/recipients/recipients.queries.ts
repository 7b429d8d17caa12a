/** Who gets the weekly report. */
import { Injectable } from '@nestjs/common';
import { Conditions, Database, readList, type CountedPage, type StaffPageWish } from '@plaza/platform';
import { recipientsUnknown, recipientUnknown } from '../reporting.errors';
import type { RecipientView } from './recipient.entity';

/** Which recipients are meant: those named, or all who were there by an instant. */
export interface Meant {
  ids?: readonly string[];
  by?: Date;
}

const columns = 'id, address, language, attachments, created_at AS "createdAt"';

@Injectable()
export class RecipientsQueries {
  constructor(private readonly database: Database) {}

  /** @throws PlazaError `reporting.recipient-unknown` */
  async get(id: string): Promise<RecipientView> {
    const [recipient] = await this.database.read<RecipientView>(
      `SELECT ${columns} FROM reporting.recipients WHERE id = $1`,
      [id],
    );
    if (!recipient) throw recipientUnknown(id);
    return recipient;
  }

  /**
   * The oldest first.
   * @throws InvalidInput when `after` is no cursor
   */
  list(page: StaffPageWish): Promise<CountedPage<RecipientView>> {
    return readList<RecipientView>(
      (sql, parameters) => this.database.read(sql, parameters),
      {
        table: 'reporting.recipients',
        columns,
        conditions: new Conditions(),
        place: [['id', 'uuid']],
        sort: 'createdAt',
        placeOf: ({ id }) => [id],
      },
      page,
    );
  }

  /** At most `limit` of those that are meant, by id, from after `after` on. */
  meant({ ids, by }: Meant, limit: number, after?: string): Promise<RecipientView[]> {
    const conditions = new Conditions(limit)
      .add('id = ANY (?::uuid[])', ids)
      .add('created_at <= ?', by)
      .add('id > ?::uuid', after);
    return this.database.read<RecipientView>(
      `SELECT ${columns} FROM reporting.recipients ${conditions.where} ORDER BY id LIMIT $1`,
      conditions.parameters,
    );
  }

  /** @throws PlazaError `reporting.recipients-unknown` naming those that are none */
  async checkKnown(ids: readonly string[]): Promise<void> {
    const known = await this.meant({ ids }, ids.length);
    const unknown = ids.filter((id) => !known.some((recipient) => recipient.id === id));
    if (unknown.length > 0) throw recipientsUnknown(unknown);
  }
}
