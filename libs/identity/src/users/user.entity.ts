/** A person whom Plaza knows: a customer, or somebody of the staff. Partners' machines are clients, not users. */
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { InvalidInput, newId } from '@plaza/platform';
import type { CustomerDetails } from '../identity.events';
import {
  checkedEmail,
  checkedUsername,
  normalisedDocument,
  type LoginProfile,
  type PersonChange,
  type PersonView,
  type Profile,
  type UserRole,
} from './person';

/** What somebody signs in with, the password hashed. */
export interface Login {
  username: string;
  email: string;
  passwordHash: string;
}

export interface NewUser {
  /** Null for a customer whom staff enter at the counter. */
  username: string | null;
  email: string | null;
  passwordHash: string | null;
  role: UserRole;
  fullName?: string | null | undefined;
  documentNumber?: string | null | undefined;
}

@Entity({ schema: 'identity', name: 'users' })
@Index('users_username_unique', { synchronize: false })
@Index('users_email_unique', { synchronize: false })
@Index('users_by_words', { synchronize: false })
@Index('users_customers_by_age', ['createdAt', 'id'], { where: `role = 'customer'` })
@Index('users_staff_by_age', ['createdAt', 'id'], { where: `role <> 'customer'` })
@Unique('users_document_unique', ['documentNumber'])
@Check('users_role_known', `role IN ('customer', 'staff', 'admin')`)
@Check(
  'users_login_whole',
  `CASE WHEN username IS NULL THEN password_hash IS NULL
        ELSE password_hash IS NOT NULL AND email IS NOT NULL END`,
)
@Check('users_staff_can_sign_in', `role = 'customer' OR username IS NOT NULL`)
export class User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pk' })
  readonly id!: string;

  /** Unique whatever its case; null for somebody who has no login. */
  @Column('text', { nullable: true })
  username!: string | null;

  /** Unique whatever its case; whoever has a login has one. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** Null for somebody who has no login. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text')
  role!: UserRole;

  @Column('text', { name: 'full_name', nullable: true })
  fullName!: string | null;

  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  /**
   * TypeORM makes one without arguments and fills it from its row.
   * @throws InvalidInput
   */
  constructor(fresh?: NewUser & { createdAt: Date }) {
    if (!fresh) return;
    this.id = newId();
    this.username = fresh.username === null ? null : checkedUsername(fresh.username);
    this.email = fresh.email === null ? null : checkedEmail(fresh.email);
    this.passwordHash = fresh.passwordHash;
    this.role = fresh.role;
    this.fullName = fresh.fullName?.trim() ?? null;
    this.documentNumber = fresh.documentNumber ? normalisedDocument(fresh.documentNumber) : null;
    this.createdAt = fresh.createdAt;
    this.disabledAt = null;
  }

  get hasLogin(): boolean {
    return this.passwordHash !== null;
  }

  get mayLogIn(): boolean {
    return this.disabledAt === null && this.hasLogin;
  }

  /** A counter customer who may come to have a login. */
  get mayBeClaimed(): boolean {
    return this.role === 'customer' && this.disabledAt === null && !this.hasLogin;
  }

  /**
   * @returns true when something is different now
   * @throws InvalidInput
   */
  change(change: PersonChange): boolean {
    const before = [this.email, this.fullName, this.documentNumber];
    if (change.email !== undefined) this.email = this.emailToBe(change.email);
    if (change.fullName !== undefined) this.fullName = change.fullName?.trim() ?? null;
    if (change.documentNumber !== undefined) this.documentNumber = this.documentToBe(change.documentNumber);
    const after = [this.email, this.fullName, this.documentNumber];
    return after.some((value, at) => value !== before[at]);
  }

  /**
   * From here on a counter customer is one who signs in; what they say of themselves counts.
   * @throws InvalidInput
   */
  receiveLogin({ username, email, passwordHash }: Login, fullName: string | null | undefined): void {
    this.username = checkedUsername(username);
    this.email = checkedEmail(email);
    this.passwordHash = passwordHash;
    this.fullName = fullName?.trim() ?? this.fullName;
  }

  replacePassword(passwordHash: string): void {
    this.passwordHash = passwordHash;
  }

  appoint(role: 'staff' | 'admin'): void {
    this.role = role;
  }

  disable(at: Date): void {
    this.disabledAt ??= at;
  }

  enable(): void {
    this.disabledAt = null;
  }

  profile(): Profile {
    const { id, username, email, fullName, documentNumber, role, createdAt } = this;
    return { id, username, email, fullName, documentNumber, role, createdAt };
  }

  loginProfile(): LoginProfile {
    const { username, email } = this;
    if (username === null || email === null) throw new Error('Somebody without a login has no such profile');
    return { ...this.profile(), username, email };
  }

  view(): PersonView {
    return { ...this.profile(), disabledAt: this.disabledAt };
  }

  customerDetails(): CustomerDetails {
    const { id, username, fullName, email } = this;
    return { customerId: id, username, fullName, email };
  }

  private emailToBe(email: string | null): string | null {
    if (email !== null) return checkedEmail(email);
    if (!this.hasLogin) return null;
    throw new InvalidInput([{ pointer: '/email', detail: 'is needed by somebody who can sign in' }]);
  }

  private documentToBe(documentNumber: string | null): string | null {
    if (documentNumber !== null) return normalisedDocument(documentNumber);
    if (this.hasLogin) return null;
    throw new InvalidInput([
      { pointer: '/documentNumber', detail: 'is all that a customer without a login is known by' },
    ]);
  }
}
