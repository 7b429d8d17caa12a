/** The currency of amounts that name none, as it is told to a command. */
import { InvalidArgumentError, Option } from 'commander';

export const defaultCurrency = 'COP';

export const currencyOption = new Option('--currency <code>', 'of amounts that name none, by ISO 4217')
  .default(defaultCurrency)
  .argParser((text) => {
    if (/^[A-Z]{3}$/.test(text)) return text;
    throw new InvalidArgumentError('A currency is three capital letters.');
  });
