/** What the account says of a row that is a customer. */
import type { CustomerOutcome } from '@plaza/identity';
import { knownAccount, type RowAccount } from './importer';

export function customerAccount(
  row: Pick<RowAccount, 'line' | 'key'>,
  outcome: CustomerOutcome | undefined,
  repairs: string[],
): RowAccount {
  const { line, key } = row;
  switch (outcome) {
    case 'email-taken':
      return { line, key, outcome: 'refused', words: ['The e-mail address is that of somebody else'] };
    case 'no-customer':
      return {
        line,
        key,
        outcome: 'refused',
        words: ['The document number is that of somebody of the staff'],
      };
    default:
      return knownAccount(row, outcome, repairs);
  }
}
