/** Reads the key of a transfer record as it is given to a command. */
import { isUsableKey } from '@plaza/transfers';
import { InvalidArgumentError } from 'commander';

export function keyOption(text: string): string {
  if (isUsableKey(text)) return text;
  throw new InvalidArgumentError('This cannot be the key of a transfer record.');
}
