/** What is told of a person and what may be changed, and the rules of the single fields. */
import { InvalidInput } from '@plaza/platform';

/** Letters without accents, so that two names that look alike are alike. */
export const acceptableUsername = /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/;
/** The least that makes an address; whether it works is known when a message arrives. */
const acceptableEmail = /^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u;
const emailCharactersMax = 254;

export type UserRole = 'customer' | 'staff' | 'admin';

/** What a user may see of themselves. */
export interface Profile {
  id: string;
  /** Null for a customer without a login. */
  username: string | null;
  /** Whoever has a login has one. */
  email: string | null;
  fullName: string | null;
  documentNumber: string | null;
  role: UserRole;
  createdAt: Date;
}

/** The profile of somebody who can sign in. */
export interface LoginProfile extends Profile {
  username: string;
  email: string;
}

/** What staff may see of a customer, and admins of staff. */
export interface PersonView extends Profile {
  /** Null for somebody who may use what they have. */
  disabledAt: Date | null;
}

/** What is not named stays as it is. */
export interface PersonChange {
  /** `null` takes the address away, from somebody without a login. */
  email?: string | null | undefined;
  /** `null` takes the name away. */
  fullName?: string | null | undefined;
  /** `null` takes the number away, from somebody with a login. */
  documentNumber?: string | null | undefined;
}

/** Document numbers are written in many ways; letters are kept in upper case and spaces around are dropped. */
export function normalisedDocument(documentNumber: string): string {
  return documentNumber.trim().toUpperCase();
}

/** @throws InvalidInput */
export function checkedUsername(username: string): string {
  if (acceptableUsername.test(username)) return username;
  const detail =
    'must be 3 to 64 letters, digits, dots, dashes or underscores, and begin with a letter or digit';
  throw new InvalidInput([{ pointer: '/username', detail }]);
}

/** @throws InvalidInput */
export function checkedEmail(email: string): string {
  if (acceptableEmail.test(email) && email.length <= emailCharactersMax) return email;
  throw new InvalidInput([{ pointer: '/email', detail: 'must be an e-mail address' }]);
}
