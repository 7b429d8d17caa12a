/** A person whom Plaza knows: a customer, or somebody of the staff. Partners' machines are clients, not users. */
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { InvalidInput, newId } from '@plaza/platform';
import type { CustomerDetails } from '../identity.events';

/** Letters without accents, so that two names that look alike are alike. */
export const acceptableUsername = /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/;
/** The least that makes an address; whether it works is known when a message arrives. */
const acceptableEmail = /^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u;
const emailCharactersMax = 254;

export type UserRole = 'customer' | 'staff' | 'admin';

/** What a user may see of themselves, and staff of a user. */
export interface Profile {
  id: string;
  username: string;
  email: string;
  fullName: string | null;
  documentNumber: string | null;
  role: UserRole;
  createdAt: Date;
}

export interface NewUser {
  username: string;
  email: string;
  passwordHash: string;
  role: UserRole;
  fullName?: string | null | undefined;
  documentNumber?: string | null | undefined;
}

export interface ProfileChange {
  email?: string | undefined;
  /** `null` takes the name away. */
  fullName?: string | null | undefined;
}

@Entity({ schema: 'identity', name: 'users' })
@Index('users_username_unique', { synchronize: false })
@Index('users_email_unique', { synchronize: false })
@Unique('users_document_unique', ['documentNumber'])
@Check('users_role_known', `role IN ('customer', 'staff', 'admin')`)
export class User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pk' })
  readonly id!: string;

  /** Unique whatever its case. */
  @Column('text')
  readonly username!: string;

  /** Unique whatever its case. */
  @Column('text')
  email!: string;

  /** Null for somebody who has no login. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text')
  readonly role!: UserRole;

  @Column('text', { name: 'full_name', nullable: true })
  fullName!: string | null;

  @Column('text', { name: 'document_number', nullable: true })
  readonly documentNumber!: string | null;

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
    this.username = checkedUsername(fresh.username);
    this.email = checkedEmail(fresh.email);
    this.passwordHash = fresh.passwordHash;
    this.role = fresh.role;
    this.fullName = fresh.fullName?.trim() ?? null;
    this.documentNumber = fresh.documentNumber ? normalisedDocument(fresh.documentNumber) : null;
    this.createdAt = fresh.createdAt;
    this.disabledAt = null;
  }

  get mayLogIn(): boolean {
    return this.disabledAt === null && this.passwordHash !== null;
  }

  /**
   * @returns true when something is different now
   * @throws InvalidInput
   */
  change({ email = this.email, fullName = this.fullName }: ProfileChange): boolean {
    const before = [this.email, this.fullName];
    this.email = checkedEmail(email);
    this.fullName = fullName?.trim() ?? null;
    return before[0] !== this.email || before[1] !== this.fullName;
  }

  disable(at: Date): void {
    this.disabledAt ??= at;
  }

  profile(): Profile {
    const { id, username, email, fullName, documentNumber, role, createdAt } = this;
    return { id, username, email, fullName, documentNumber, role, createdAt };
  }

  customerDetails(): CustomerDetails {
    const { id, username, fullName, email } = this;
    return { customerId: id, username, fullName, email };
  }
}

/** Document numbers are written in many ways; letters are kept in upper case and spaces around are dropped. */
export function normalisedDocument(documentNumber: string): string {
  return documentNumber.trim().toUpperCase();
}

function checkedUsername(username: string): string {
  if (acceptableUsername.test(username)) return username;
  const detail =
    'must be 3 to 64 letters, digits, dots, dashes or underscores, and begin with a letter or digit';
  throw new InvalidInput([{ pointer: '/username', detail }]);
}

function checkedEmail(email: string): string {
  if (acceptableEmail.test(email) && email.length <= emailCharactersMax) return email;
  throw new InvalidInput([{ pointer: '/email', detail: 'must be an e-mail address' }]);
}
