/** An address that gets the weekly report, in a language, and with what hangs on it. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { languages, newId, type Language } from '@plaza/platform';

export const attachmentKinds = ['pdf', 'csv'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export interface RecipientView {
  id: string;
  address: string;
  language: Language;
  attachments: AttachmentKind[];
  createdAt: Date;
}

export type WantedReport = Pick<RecipientView, 'address' | 'language' | 'attachments'>;

@Entity({ schema: 'reporting', name: 'recipients' })
@Index('recipients_address_unique', { synchronize: false })
@Check(
  'recipients_language_known',
  `language IN (${languages.map((language) => `'${language}'`).join(', ')})`,
)
@Check('recipients_attachments_known', `attachments <@ ARRAY['pdf', 'csv']`)
export class Recipient implements RecipientView {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recipients_pk' })
  readonly id!: string;

  @Column('text')
  readonly address!: string;

  @Column('text')
  readonly language!: Language;

  @Column('text', { array: true })
  readonly attachments!: AttachmentKind[];

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  /** TypeORM makes one without arguments and fills it from its row. */
  constructor(fresh?: WantedReport & { createdAt: Date }) {
    if (fresh) Object.assign(this, { ...fresh, id: newId() });
  }

  change(wanted: Partial<WantedReport>): void {
    Object.assign(this, wanted);
  }

  view(): RecipientView {
    const { id, address, language, attachments, createdAt } = this;
    return { id, address, language, attachments, createdAt };
  }
}
