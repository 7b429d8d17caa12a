/** One sign-in, from the password to its end. Its id is in every token that it gives. */
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { newId } from '@plaza/platform';
import { User } from '../users/user.entity';

export type SessionEnd =
  'logged-out' | 'token-reused' | 'user-disabled' | 'password-changed' | 'role-changed';

@Entity({ schema: 'identity', name: 'sessions' })
@Index('sessions_by_end', ['endedAt'], { where: 'ended_at IS NOT NULL' })
@Check(
  'sessions_end_reason_known',
  `end_reason IN ('logged-out', 'token-reused', 'user-disabled', 'password-changed', 'role-changed')`,
)
@Check('sessions_end_has_reason', '(ended_at IS NULL) = (end_reason IS NULL)')
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pk' })
  readonly id!: string;

  @Index('sessions_by_user')
  @Column('uuid', { name: 'user_id' })
  readonly userId!: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'sessions_user_fk' })
  readonly user!: Relation<User>;

  /** Which refresh tokens are good now; see there. */
  @Column('integer', { default: 0 })
  generation!: number;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: SessionEnd | null;

  /** TypeORM makes one without arguments and fills it from its row. */
  constructor(fresh?: { user: User; createdAt: Date }) {
    if (!fresh) return;
    this.id = newId();
    this.user = fresh.user;
    this.userId = fresh.user.id;
    this.generation = 0;
    this.createdAt = fresh.createdAt;
    this.endedAt = null;
    this.endReason = null;
  }

  get isOpen(): boolean {
    return this.endedAt === null && this.user.mayLogIn;
  }

  /** The refresh tokens that were good are spent. */
  goOn(): void {
    this.generation += 1;
  }

  /** The first end counts. */
  end(reason: SessionEnd, at: Date): void {
    if (this.endedAt !== null) return;
    this.endedAt = at;
    this.endReason = reason;
  }
}
