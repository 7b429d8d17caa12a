/**
 * Which passwords are accepted: length and not being among the first that anybody would try, and no rules about kinds of
 * characters (NIST SP 800-63B, section 5.1.1.2). Equal passwords typed on different keyboards are made equal first.
 */
import { passwordRefused } from '../identity.errors';
import { commonPasswords } from './common-passwords';

export const passwordCharactersMin = 8;
export const passwordCharactersMax = 128;
/** One character may become this many by normalisation at the most, so longer input need not be looked at. */
const normalisationGrowthMax = 18;
const inputLengthMax = passwordCharactersMax * normalisationGrowthMax;

/** The form in which a password is hashed and compared: Unicode NFKC. */
export function normalisedPassword(input: string): string {
  return input.slice(0, inputLengthMax).normalize('NFKC');
}

/**
 * @param pointer the field that it came in
 * @returns the password in the form in which it is hashed
 * @throws PlazaError `identity.password-refused`
 */
export function acceptablePassword(input: string, pointer = '/password'): string {
  const password = normalisedPassword(input);
  const characters = Array.from(password).length;
  if (characters < passwordCharactersMin) {
    throw passwordRefused(`must have at least ${passwordCharactersMin} characters`, pointer);
  }
  if (characters > passwordCharactersMax) {
    throw passwordRefused(`must have at most ${passwordCharactersMax} characters`, pointer);
  }
  if (commonPasswords.has(password.toLowerCase())) {
    throw passwordRefused('is among those that are tried first; choose another', pointer);
  }
  return password;
}
