/** A machine with credentials of its own: one of ours (the payment feed), or a partner's. */
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Partner } from '../partners/partner.entity';
import { hashOfSecret, isSecretOf } from '../tokens/secret';

export const clientModes = ['live', 'sandbox'] as const;
export type ClientMode = (typeof clientModes)[number];

export interface NewClient {
  clientId: string;
  secret: string;
  name: string;
  scopes: string[];
  partnerId?: string | null;
  /** Which programme of its partner it works in; live unless told. */
  mode?: ClientMode;
}

@Entity({ schema: 'identity', name: 'clients' })
@Check('clients_previous_secret_ends', '(previous_secret_hash IS NULL) = (previous_secret_until IS NULL)')
@Check('clients_mode_known', `mode IN ('live', 'sandbox')`)
@Check('clients_sandbox_of_partner', `mode = 'live' OR partner_id IS NOT NULL`)
export class Client {
  @PrimaryColumn('text', { name: 'client_id', primaryKeyConstraintName: 'clients_pk' })
  readonly clientId!: string;

  @Column('text', { name: 'secret_hash' })
  secretHash!: string;

  /** The secret before the present one, which is good for a while longer. */
  @Column('text', { name: 'previous_secret_hash', nullable: true })
  previousSecretHash!: string | null;

  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil!: Date | null;

  /** Whether anybody has come in with the present secret: an answer that told it may have been lost. */
  @Column('boolean', { name: 'secret_used', default: true })
  secretUsed!: boolean;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  scopes!: string[];

  /** Null for a client of our own. */
  @Index('clients_by_partner')
  @Column('uuid', { name: 'partner_id', nullable: true })
  readonly partnerId!: string | null;

  @ManyToOne(() => Partner, { nullable: true })
  @JoinColumn({ name: 'partner_id', foreignKeyConstraintName: 'clients_partner_fk' })
  readonly partner?: Relation<Partner> | null;

  @Column('text', { default: 'live' })
  readonly mode!: ClientMode;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /** TypeORM makes one without arguments and fills it from its row. */
  constructor(fresh?: NewClient & { createdAt: Date }) {
    if (!fresh) return;
    this.clientId = fresh.clientId;
    this.secretHash = hashOfSecret(fresh.secret);
    this.previousSecretHash = null;
    this.previousSecretUntil = null;
    this.secretUsed = false;
    this.name = fresh.name;
    this.scopes = [...new Set(fresh.scopes)];
    this.partnerId = fresh.partnerId ?? null;
    this.mode = fresh.mode ?? 'live';
    this.createdAt = fresh.createdAt;
    this.disabledAt = null;
  }

  /**
   * @param at decides whether the previous secret is still good; `partner` must have been loaded
   * @returns which of the two it is, if it is good
   */
  accepts(secret: string, at: Date): 'present' | 'previous' | undefined {
    const isPresent = isSecretOf(this.secretHash, secret);
    const isPrevious = isSecretOf(this.previousSecretHash ?? this.secretHash, secret);
    const mayComeIn = this.disabledAt === null && (this.partner?.disabledAt ?? null) === null;
    if (mayComeIn && isPresent) return 'present';
    return mayComeIn && isPrevious && this.previousIsGoodAt(at) ? 'previous' : undefined;
  }

  /**
   * From now on `secret` is the one; the one in use until now is good until `previousUntil`. That is the present one, or the one
   * before where nobody has come in with the present one. Never are more than two good at once.
   */
  changeSecret(secret: string, previousUntil: Date, at: Date): void {
    if (this.secretUsed || !this.previousIsGoodAt(at)) this.previousSecretHash = this.secretHash;
    this.previousSecretUntil = previousUntil;
    this.secretHash = hashOfSecret(secret);
    this.secretUsed = false;
  }

  /** Those of `scopes` that this client may not have. */
  refusedOf(scopes: readonly string[]): string[] {
    return scopes.filter((scope) => !this.scopes.includes(scope));
  }

  /** @returns false when it was so already */
  disable(at: Date): boolean {
    if (this.disabledAt !== null) return false;
    this.disabledAt = at;
    return true;
  }

  private previousIsGoodAt(at: Date): boolean {
    return this.previousSecretUntil !== null && at < this.previousSecretUntil;
  }
}
