/**
 * What a session is carried on with: good for one use, which gives the next one. We keep its hash only. That it comes a
 * second time means that two parties have it, one of whom should not (RFC 9700, section 4.14).
 */
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { hashOfSecret } from '../tokens/secret';
import { Session } from './session.entity';

export const refreshTokenMs = 30 * 24 * 60 * 60 * 1000;

@Entity({ schema: 'identity', name: 'refresh_tokens' })
export class RefreshToken {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'refresh_tokens_pk' })
  readonly hash!: string;

  @Index('refresh_tokens_by_session')
  @Column('uuid', { name: 'session_id' })
  readonly sessionId!: string;

  @ManyToOne(() => Session, { nullable: false })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'refresh_tokens_session_fk' })
  readonly session!: Relation<Session>;

  @Column('timestamptz', { name: 'issued_at' })
  readonly issuedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  readonly expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  /** TypeORM makes one without arguments and fills it from its row. */
  constructor(fresh?: { secret: string; session: Session; issuedAt: Date }) {
    if (!fresh) return;
    this.hash = hashOfSecret(fresh.secret);
    this.session = fresh.session;
    this.sessionId = fresh.session.id;
    this.issuedAt = fresh.issuedAt;
    this.expiresAt = new Date(fresh.issuedAt.getTime() + refreshTokenMs);
    this.usedAt = null;
  }

  get wasSpent(): boolean {
    return this.usedAt !== null;
  }

  isGoodAt(at: Date): boolean {
    return !this.wasSpent && at < this.expiresAt && this.session.isOpen;
  }

  spend(at: Date): void {
    this.usedAt = at;
  }
}
