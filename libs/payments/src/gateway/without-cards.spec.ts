import { withoutCards } from './without-cards';

describe('What others say is kept without card numbers', () => {
  it.each([
    [
      'the number that was sent',
      'Card 4980276372331233 is stolen',
      '4980276372331233',
      'Card [card] is stolen',
    ],
    [
      'a short number that was sent',
      'Card 12345 is unknown',
      '12345',
      'Card 12345 is unknown'.replace('12345', '[card]'),
    ],
    ['any number like a card', 'Use 5105105105105100 instead', '12345', 'Use [card] instead'],
    ['a number in groups', 'Card 4980 2763-7233 1233 is stolen', '4980276372331233', 'Card [card] is stolen'],
    ['nothing else', 'Refused: 402, try after 3600 s', '4980276372331233', 'Refused: 402, try after 3600 s'],
    ['and no byte that a database cannot keep', 'a\0b', '4980276372331233', 'ab'],
  ])('%s', (_what, said, card, kept) => {
    expect(withoutCards(said, card)).toBe(kept);
  });
});
