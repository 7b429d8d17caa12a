/** Strikes card numbers out of what others say, before it is kept: an answer may repeat what it was asked. */

/** 12 to 19 digits, as a card number may be written: with spaces or dashes between them, or without. */
const cardLike = /\d(?:[ -]?\d){11,18}/g;
const hidden = '[card]';

/** @param card the number that was sent, which can be too short to be known for one */
export function withoutCards(text: string, card?: string): string {
  const sent = card ? text.replaceAll(card, hidden) : text;
  return sent.replace(cardLike, hidden).replaceAll('\0', '');
}
