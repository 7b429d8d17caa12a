/** Strikes card numbers out of what others say, before it is kept: an answer may repeat what it was asked. */

/** 12 to 19 digits, as a card number may be written: with spaces or dashes between them, or without. */
const cardLike = /\d(?:[ -]?\d){11,18}/g;
const hidden = '[card]';

export function withoutCards(text: string, card: string): string {
  return text.replaceAll(card, hidden).replace(cardLike, hidden).replaceAll('\0', '');
}
