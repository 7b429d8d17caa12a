/**
 * Delivers an edition: for each recipient one row and one mail, in the same transaction. The row can be there once for each edition and
 * address, so however many processes are at it, every recipient gets one mail. By the calendar a week is delivered once to each address,
 * whatever its edition: those who deliver the same week do so one after the other.
 */
import { Injectable } from '@nestjs/common';
import { Mails } from '@plaza/notifications';
import { Clock, Database, newId, type Tx } from '@plaza/platform';
import { ReportForms, type ReportLetter } from '../letters/report-forms';
import type { RecipientView } from '../recipients/recipient.entity';
import { RecipientsQueries, type Meant } from '../recipients/recipients.queries';
import type { Edition } from '../report';
import { deliveryCause } from './delivery-cause';
import { Editions } from './editions';

/** Their mails are written in one transaction. */
const recipientsAtOnceMax = 20;

/** Who gets an edition of those that are meant: whoever has not had it, or whoever has had none of its week. */
export type Lacking = 'this-edition' | 'any-edition';

export interface Delivered {
  /** Who gets it now. */
  delivered: number;
  /** Who had it already. */
  already: number;
}

const insert = `
  INSERT INTO reporting.deliveries (id, week, edition, recipient_id, address, language, delivered_at)
  SELECT id, $1, $2, recipient_id, address, language, $3
  FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[]) AS delivery (id, recipient_id, address, language)
  WHERE NOT ($8 AND EXISTS (SELECT FROM reporting.deliveries AS had
                            WHERE had.week = $1 AND lower(had.address) = lower(delivery.address)))
  ORDER BY lower(address)
  ON CONFLICT (week, edition, lower(address)) DO NOTHING RETURNING recipient_id AS "recipientId"`;

type LetterFor = (recipient: RecipientView) => Promise<ReportLetter>;

@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly recipients: RecipientsQueries,
    private readonly editions: Editions,
    private readonly mails: Mails,
    private readonly clock: Clock,
  ) {}

  async deliver(edition: Edition, meant: Meant, lacking: Lacking): Promise<Delivered> {
    const letterFor = await this.lettersOf(edition);
    const sum = { delivered: 0, already: 0 };
    let after: string | undefined;
    for (;;) {
      const some = await this.recipients.meant(meant, recipientsAtOnceMax, after);
      if (some.length === 0) return sum;
      const delivered = await this.deliverTo(some, edition, { letterFor, lacking });
      sum.delivered += delivered;
      sum.already += some.length - delivered;
      after = some.at(-1)?.id;
    }
  }

  /** What each recipient is sent; made once for all who want the same. */
  private async lettersOf(edition: Edition): Promise<LetterFor> {
    const earlier = await this.editions.find(edition.week, edition.number - 1);
    const made = new Map<string, Promise<ReportLetter>>();
    return ({ language, attachments }) => {
      const wish = [language, ...attachments].join(' ');
      const letter = made.get(wish) ?? new ReportForms(edition.report, language, earlier).letter(attachments);
      made.set(wish, letter);
      return letter;
    };
  }

  private async deliverTo(
    recipients: readonly RecipientView[],
    edition: Edition,
    { letterFor, lacking }: { letterFor: LetterFor; lacking: Lacking },
  ): Promise<number> {
    const mails = await Promise.all(
      recipients.map(async (recipient) => ({
        ...{ recipientId: recipient.id, cause: deliveryCause(edition), recipient: recipient.address },
        ...(await letterFor(recipient)),
      })),
    );
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [`report ${edition.week}`]);
      const fresh = await this.note(tx, recipients, edition, lacking);
      const due = mails.filter(({ recipientId }) => fresh.has(recipientId));
      await this.mails.add(
        tx,
        due.map(({ recipientId, ...mail }) => mail),
      );
      return fresh.size;
    });
  }

  /** @returns those who had not got it */
  private async note(
    tx: Tx,
    recipients: readonly RecipientView[],
    { week, number }: Edition,
    lacking: Lacking,
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ recipientId: string }[]>(insert, [
      ...[week, number, this.clock.now()],
      recipients.map(() => newId()),
      recipients.map(({ id }) => id),
      recipients.map(({ address }) => address),
      recipients.map(({ language }) => language),
      lacking === 'any-edition',
    ]);
    return new Set(rows.map(({ recipientId }) => recipientId));
  }
}
