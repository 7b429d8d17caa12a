import { moneyText } from './money';

const plain = (...args: Parameters<typeof moneyText>) => moneyText(...args).replaceAll('\u00a0', ' ');

describe('An amount of money', () => {
  it.each([
    [5_980, 'EUR', 'en', 'EUR 59.80'],
    [125_000, 'EUR', 'uk', '1 250,00 EUR'],
    [32_000, 'COP', 'en', 'COP 32,000'],
    [32_000, 'COP', 'es', '32.000 COP'],
    [-1_500, 'JPY', 'en', '-JPY 1,500'],
    [1, 'KWD', 'en', 'KWD 0.001'],
    [Number.MAX_SAFE_INTEGER, 'USD', 'en', 'USD 90,071,992,547,409.91'],
  ])('%i of %s is written in %s as %s', (amount, currency, language, written) => {
    expect(plain(amount, currency, language)).toBe(written);
  });
});
