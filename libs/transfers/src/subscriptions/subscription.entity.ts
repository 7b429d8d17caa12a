/** An address that is mailed what becomes of transfers: those of one company, or all. */
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { languages, newId, type Language } from '@plaza/platform';

export interface SubscriptionView {
  id: string;
  address: string;
  /** Null for the transfers of all companies. */
  companyKey: string | null;
  language: Language;
  createdAt: Date;
}

export type Wanted = Pick<SubscriptionView, 'address' | 'companyKey' | 'language'>;

@Entity({ schema: 'transfers', name: 'subscriptions' })
@Index('subscriptions_one_per_address', { synchronize: false })
@Index('subscriptions_by_company', ['companyKey'])
@Check(
  'subscriptions_language_known',
  `language IN (${languages.map((language) => `'${language}'`).join(', ')})`,
)
export class Subscription implements SubscriptionView {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'subscriptions_pk' })
  readonly id!: string;

  @Column('text')
  readonly address!: string;

  @Column('text', { name: 'company_key', nullable: true })
  readonly companyKey!: string | null;

  @Column('text')
  readonly language!: Language;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  /** TypeORM makes one without arguments and fills it from its row. */
  constructor(fresh?: Wanted & { createdAt: Date }) {
    if (fresh) Object.assign(this, { ...fresh, id: newId() });
  }

  change(wanted: Partial<Wanted>): void {
    Object.assign(this, wanted);
  }

  view(): SubscriptionView {
    const { id, address, companyKey, language, createdAt } = this;
    return { id, address, companyKey, language, createdAt };
  }
}
