/**
 * What a session is carried on with: good for one use, which gives the next one. We keep its hash only. That it comes a
 * second time means that two parties have it, one of whom should not (RFC 9700, section 4.14), and ends the session.
 *
 * One repeat is innocent: the answer was lost, or a client sent the same request several times at once. So the token that was
 * spent last, and only that one, gives a fresh one again within ten seconds of its first use. The tokens that came of it are one
 * generation: all are good until one of them is used, which makes the next generation and spends the others. Somebody who
 * stole the spent token and was quick enough thus holds a token beside the client's, and gains nothing lasting: whoever of the two
 * refreshes first goes on, and the other's next refresh ends the session for both. A client that does not come back has lost
 * no more than one whose unspent token was stolen.
 */
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { hashOfSecret } from '../tokens/secret';
import { Session } from './session.entity';

export const refreshTokenMs = 30 * 24 * 60 * 60 * 1000;
/** Long enough for a client that lost the answer to send again, too short for somebody to find a spent token and try it. */
export const repeatGraceMs = 10_000;

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

  /** How many refreshes of the session came before it. */
  @Column('integer', { default: 0 })
  readonly generation!: number;

  @Column('timestamptz', { name: 'issued_at' })
  readonly issuedAt!: Date;

  @Index('refresh_tokens_by_expiry')
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
    this.generation = fresh.session.generation;
    this.issuedAt = fresh.issuedAt;
    this.expiresAt = new Date(fresh.issuedAt.getTime() + refreshTokenMs);
    this.usedAt = null;
  }

  /** Used itself, or one of its generation was. */
  get wasSpent(): boolean {
    return this.usedAt !== null || this.generation < this.session.generation;
  }

  isGoodAt(at: Date): boolean {
    return !this.wasSpent && at < this.expiresAt && this.session.isOpen;
  }

  /** It was spent last of all, a moment ago: its answer may have been lost. */
  mayBeRepeatedAt(at: Date): boolean {
    return (
      this.session.isOpen &&
      this.usedAt !== null &&
      this.generation === this.session.generation - 1 &&
      at.getTime() - this.usedAt.getTime() <= repeatGraceMs
    );
  }

  spend(at: Date): void {
    this.usedAt = at;
    this.session.goOn();
  }
}
