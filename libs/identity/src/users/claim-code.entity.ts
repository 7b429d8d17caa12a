/**
 * A code by which a customer who was entered at the counter proves at their registration to be that customer. It is read aloud or
 * written on a slip, so it is short; being short, it lives for three days, is good once, and bears few wrong attempts. At
 * most one lives per customer. Few characters could be found by trying all, so only a keyed fingerprint of it is kept.
 */
import { randomInt } from 'node:crypto';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from './user.entity';

export const claimCodeMs = 72 * 60 * 60 * 1000;
export const wrongAttemptsMax = 5;

/** No two of these are taken for each other, seen (0 and O, 1 and I, 2 and Z, 5 and S, 8 and B) or in bad handwriting. */
const alphabet = 'ACDEFGHJKMNPQRTUVWXY34679';
const groups = 2;
const groupCharacters = 4;

/** As it is told: `K7WM-3HQX`, of 25^8 (1.5 * 10^11). */
export function newClaimCode(): string {
  const group = () =>
    Array.from({ length: groupCharacters }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** However it was typed: without what only divides it, in upper case. */
export function normalisedClaimCode(typed: string): string {
  return typed.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase();
}

@Entity({ schema: 'identity', name: 'claim_codes' })
export class ClaimCode {
  @PrimaryColumn('uuid', { name: 'customer_id', primaryKeyConstraintName: 'claim_codes_pk' })
  readonly customerId!: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'customer_id', foreignKeyConstraintName: 'claim_codes_customer_fk' })
  readonly customer!: Relation<User>;

  @Column('bytea')
  readonly fingerprint!: Buffer;

  @Column('timestamptz', { name: 'issued_at' })
  readonly issuedAt!: Date;

  @Index('claim_codes_by_expiry')
  @Column('timestamptz', { name: 'expires_at' })
  readonly expiresAt!: Date;

  @Column('integer', { name: 'wrong_attempts' })
  wrongAttempts!: number;

  /** TypeORM makes one without arguments and fills it from its row. */
  constructor(fresh?: { customerId: string; fingerprint: Buffer; issuedAt: Date }) {
    if (!fresh) return;
    this.customerId = fresh.customerId;
    this.fingerprint = fresh.fingerprint;
    this.issuedAt = fresh.issuedAt;
    this.expiresAt = new Date(fresh.issuedAt.getTime() + claimCodeMs);
    this.wrongAttempts = 0;
  }

  livesAt(at: Date): boolean {
    return at < this.expiresAt && this.wrongAttempts < wrongAttemptsMax;
  }

  /** A wrong one counts. */
  accepts(fingerprint: Buffer): boolean {
    const same = this.fingerprint.equals(fingerprint);
    if (!same) this.wrongAttempts += 1;
    return same;
  }
}
