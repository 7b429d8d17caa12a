/** The examples of an event that a consumer could not take. */
import { at, orderId, page } from '../http/story.examples';

const eventId = '019e2f62-1111-7000-8000-0000000000e1';
const letter = {
  ...{ eventId, consumer: 'orders', topic: 'payments.events', key: orderId, type: 'payment-captured' },
  ...{ reasonCode: 'orders.not-payable', reason: 'The order has expired' },
  ...{ failures: 1, diedAt: at, replayedAt: null },
};

export const deadLettersBodies: Record<string, unknown> = {
  'running.deadLetters.replay': { eventId, consumer: letter.consumer },
};

export const deadLettersAnswers: Record<string, unknown> = {
  'running.deadLetters.list': page(letter),
  'running.deadLetters.replay': { replayed: 1 },
};
