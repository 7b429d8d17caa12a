/** Reads a message of the stream, and makes its card comparable without being known. */
import type { ForeignMessage } from '@plaza/messaging';
import type { Sealing } from '@plaza/platform';
import { readPaymentMessage } from '../messages/payment-message';
import type { ReceivedMessage } from './intake-decision';

export function readMessage(sealing: Sealing, message: ForeignMessage): ReceivedMessage {
  const content = readPaymentMessage(message.topic, message.value);
  if ('refusal' in content) return { message, content };
  const { card } = content.payment;
  const cardFingerprints = card === null ? null : sealing.fingerprints(card);
  return { message, content: { payment: { ...content.payment, cardFingerprints } } };
}
