/** A machine with credentials of its own: one of ours (the payment feed), or a partner's. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { hashOfSecret, isSecretOf } from '../tokens/secret';

export interface NewClient {
  clientId: string;
  secret: string;
  name: string;
  scopes: string[];
  partnerId?: string | null;
}

@Entity({ schema: 'identity', name: 'clients' })
@Index('clients_by_partner', ['partnerId'], { where: 'partner_id IS NOT NULL' })
export class Client {
  @PrimaryColumn('text', { name: 'client_id', primaryKeyConstraintName: 'clients_pk' })
  readonly clientId!: string;

  @Column('text', { name: 'secret_hash' })
  secretHash!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  scopes!: string[];

  /** Null for a client of our own. */
  @Column('uuid', { name: 'partner_id', nullable: true })
  readonly partnerId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /** TypeORM makes one without arguments and fills it from its row. */
  constructor(fresh?: NewClient & { createdAt: Date }) {
    if (!fresh) return;
    this.clientId = fresh.clientId;
    this.secretHash = hashOfSecret(fresh.secret);
    this.name = fresh.name;
    this.scopes = [...new Set(fresh.scopes)];
    this.partnerId = fresh.partnerId ?? null;
    this.createdAt = fresh.createdAt;
    this.disabledAt = null;
  }

  accepts(secret: string): boolean {
    return isSecretOf(this.secretHash, secret) && this.disabledAt === null;
  }

  /** Those of `scopes` that this client may not have. */
  refusedOf(scopes: readonly string[]): string[] {
    return scopes.filter((scope) => !this.scopes.includes(scope));
  }

  disable(at: Date): void {
    this.disabledAt ??= at;
  }
}
