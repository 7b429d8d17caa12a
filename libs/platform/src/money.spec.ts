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
    [4_503_599_627_370_495, 'USD', 'en', 'USD 45,035,996,273,704.95'],
  ])('%i of %s is written in %s as %s', (amount, currency, language, written) => {
    expect(plain(amount, currency, language)).toBe(written);
  });
});
