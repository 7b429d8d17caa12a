/*
 * Writes the bytes of one message as the shops' tills send them, faults included. The content is derived from the seed and the
 * message's position alone, so it can be written again at any time and need not be kept.
 */
import type { MessagePlan, PlannedMessage } from './message-plan';
import type { MessageCase, Topic } from './message-cases';
import { digest } from './seeded';

const knownAccountsMax = 2_000;
const oneMegabyte = 1_000_000;

export interface Message {
  /** The payment the message speaks of, also where the receiver has no way to read it; null where it speaks of none. */
  readonly paymentId: string | null;
  /** Never holds a newline byte, so that it fits a line of an NDJSON feed unchanged. */
  readonly value: Buffer;
}

interface Payment {
  payment_id: string;
  account_id: number;
  payment_type: Topic;
  credit_card: string;
  amount: number;
  delay: number;
}

export function writeMessage(plan: MessagePlan, planned: PlannedMessage): Message {
  const bytes = digest(plan.seed, String(planned.firstPosition));
  const payment = paymentFrom(bytes, planned.topic);
  const value = Buffer.from(write(planned.case, payment));
  return { paymentId: planned.case === 'not-json' ? null : payment.payment_id, value };
}

/** The payment's id alone, as `writeMessage` gives it, without the cost of writing the message. */
export function paymentIdOf(plan: MessagePlan, planned: PlannedMessage): string | null {
  return planned.case === 'not-json' ? null : uuidFrom(digest(plan.seed, String(planned.firstPosition)));
}

function paymentFrom(bytes: Buffer, topic: Topic): Payment {
  return {
    payment_id: uuidFrom(bytes),
    account_id: 1 + (bytes.readUInt32LE(16) % knownAccountsMax),
    payment_type: topic,
    credit_card: eightDigits(bytes.readUInt32LE(20)) + eightDigits(bytes.readUInt32LE(24)),
    amount: 2 + (bytes.readUInt16LE(28) % 998),
    delay: bytes.readUInt16LE(30) % 100,
  };
}

function write(messageCase: MessageCase, payment: Payment): string | Uint8Array {
  switch (messageCase) {
    case 'plain':
    case 'repeated':
      return JSON.stringify(payment);
    case 'conflicting':
      return changed(payment, { amount: payment.amount + 1 });
    case 'account-unknown':
      return changed(payment, { account_id: 1_000_000 + payment.account_id });
    case 'account-zero':
      return changed(payment, { account_id: 0 });
    case 'account-negative':
      return changed(payment, { account_id: -payment.account_id });
    case 'account-text':
      return changed(payment, { account_id: `account ${payment.account_id}` });
    case 'type-contradicts-topic':
      return changed(payment, { payment_type: payment.payment_type === 'online' ? 'offline' : 'online' });
    case 'amount-zero':
      return changed(payment, { amount: 0 });
    case 'amount-negative':
      return changed(payment, { amount: -payment.amount });
    case 'amount-fractional':
      return changed(payment, { amount: payment.amount + 0.5 });
    case 'amount-text':
      return changed(payment, { amount: String(payment.amount) });
    case 'card-missing':
      return changed(payment, { credit_card: undefined });
    case 'card-short':
      return changed(payment, { credit_card: '12345' });
    case 'card-null':
      return changed(payment, { credit_card: null });
    case 'card-empty':
      return changed(payment, { credit_card: '' });
    case 'unknown-fields':
      return changed(payment, { till: 7, note: 'señal débil', basket: { lines: [1, 2], vouchers: null } });
    case 'not-json':
      return `till ${payment.delay} is out of paper`;
    case 'truncated':
      return JSON.stringify(payment).slice(0, -12);
    case 'single-quoted':
      return JSON.stringify(payment).replaceAll('"', "'");
    case 'array-of-one':
      return JSON.stringify([payment]);
    case 'not-utf8':
      return notUtf8(payment);
    case 'one-megabyte':
      return oneMegabyteOf(payment);
  }
}

function changed(payment: Payment, change: Record<string, unknown>): string {
  return JSON.stringify({ ...payment, ...change });
}

/** Would be a sound payment to a reader that puts up with a broken byte: "débil" as Latin-1 writes it. */
function notUtf8(payment: Payment): Buffer {
  return Buffer.from(changed(payment, { note: 'señal débil' }), 'latin1');
}

/** A sound payment with a very long unknown field, one million bytes in all: just below what Kafka takes by default. */
function oneMegabyteOf(payment: Payment): string {
  const bare = changed(payment, { note: '' });
  return changed(payment, { note: 'x'.repeat(oneMegabyte - bare.length) });
}

function eightDigits(number: number): string {
  return String(number % 100_000_000).padStart(8, '0');
}

/** The first sixteen bytes as a UUID of version 4 (RFC 9562). */
function uuidFrom(bytes: Buffer): string {
  const id = Buffer.from(bytes.subarray(0, 16));
  id[6] = (bytes.readUInt8(6) & 0x0f) | 0x40;
  id[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = id.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
