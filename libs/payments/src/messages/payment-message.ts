/**
 * Reads what tills and shops put on the payment stream. What makes a message invalid stands as one-line refusals in the order
 * in which they are asked; the first that applies is the reason. No reason repeats a value: it could be a card number.
 */
import { isUtf8 } from 'node:buffer';
import { isUuid } from '@plaza/platform';

export const paymentTypes = ['online', 'offline'] as const;
/** Also the names of the two topics. */
export type PaymentType = (typeof paymentTypes)[number];

export interface PaymentMessage {
  /** A UUID in lower case. */
  paymentId: string;
  accountId: number;
  type: PaymentType;
  /** Minor units. */
  amount: number;
  /** As our own messages say it beside what is documented; null where none is said, or nothing that could be one. */
  currency: string | null;
  /** As it came, which may be short; null where it was absent, null or empty. */
  card: string | null;
}

const reasons = {
  'no-value': 'The message has no value',
  'too-large': 'The message is larger than 2 MiB',
  'not-utf8': 'The message is not UTF-8 text',
  'not-json': 'The message is not JSON',
  'not-an-object': 'The message is JSON, but not an object',
  'payment-id-invalid': 'payment_id is not a UUID',
  'account-invalid': 'account_id is not a positive whole number',
  'type-unknown': 'payment_type is neither online nor offline',
  'type-contradicts-topic': 'payment_type is not that of the topic',
  'amount-invalid': 'amount is not a positive whole number',
  'card-invalid': 'credit_card is not a text of at most 100 printable characters',
  'card-missing': 'An online payment needs a credit_card',
} as const;

export type RefusalCode = keyof typeof reasons;

export interface Refusal {
  code: RefusalCode;
  reason: string;
  /** The payment that the message speaks of, as far as that can be made out. */
  paymentId: string | null;
}

export const messageBytesMax = 2 * 1024 * 1024;
/** What the columns take. */
const accountIdMax = 2_147_483_647;
/** How far into an unreadable message its payment id is looked for. */
const searchedBytesMax = 4_096;

/** @param topic in our terms: `online` or `offline`, whatever the topics are called in Kafka */
export function readPaymentMessage(
  topic: string,
  value: Buffer | null,
): { payment: PaymentMessage } | { refusal: Refusal } {
  const fields = readFields(value);
  if (typeof fields === 'string') return refuse(fields, searchPaymentId(value));
  const payment = readPayment(fields, topic);
  if (typeof payment !== 'string') return { payment };
  const { payment_id: id } = fields;
  return refuse(payment, isPaymentId(id) ? id.toLowerCase() : null);
}

function readFields(value: Buffer | null): Record<string, unknown> | RefusalCode {
  if (value === null || value.length === 0) return 'no-value';
  if (value.length > messageBytesMax) return 'too-large';
  if (!isUtf8(value)) return 'not-utf8';
  const content = parseJson(value);
  if (content === undefined) return 'not-json';
  if (!isObject(content)) return 'not-an-object';
  return content;
}

function readPayment(fields: Record<string, unknown>, topic: string): PaymentMessage | RefusalCode {
  const { payment_id: id, account_id: accountId, payment_type: type, amount, credit_card: card } = fields;
  const { currency: said } = fields;
  if (!isPaymentId(id)) return 'payment-id-invalid';
  if (!isWhole(accountId, accountIdMax)) return 'account-invalid';
  if (type !== 'online' && type !== 'offline') return 'type-unknown';
  if (type !== topic) return 'type-contradicts-topic';
  if (!isWhole(amount, Number.MAX_SAFE_INTEGER)) return 'amount-invalid';
  if (!isCard(card)) return 'card-invalid';
  if (type === 'online' && !card) return 'card-missing';
  const currency = isCurrency(said) ? said : null;
  const asGiven = card === '' ? null : (card ?? null);
  return { paymentId: id.toLowerCase(), accountId, type, amount, currency, card: asGiven };
}

function refuse(code: RefusalCode, paymentId: string | null): { refusal: Refusal } {
  return { refusal: { code, reason: reasons[code], paymentId } };
}

/** Undefined for what is not JSON. A byte-order mark is let through, as RFC 8259 section 8.1 allows. */
function parseJson(value: Buffer): unknown {
  const text = value.toString('utf8');
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(content: unknown): content is Record<string, unknown> {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

function isPaymentId(id: unknown): id is string {
  return typeof id === 'string' && isUuid(id);
}

function isWhole(number: unknown, most: number): number is number {
  return Number.isSafeInteger(number) && Number(number) > 0 && Number(number) <= most;
}

const currencyCode = /^[A-Z]{3}$/;

/** By ISO 4217. What else may stand there is one of the fields that nobody knows. */
function isCurrency(given: unknown): given is string {
  return typeof given === 'string' && currencyCode.test(given);
}

const printable = /^[^\p{C}]{0,100}$/u;

function isCard(given: unknown): given is string | null | undefined {
  return given === undefined || given === null || (typeof given === 'string' && printable.test(given));
}

/** So that a message which cannot be read can still be found by the payment that it is about. */
function searchPaymentId(value: Buffer | null): string | null {
  const start = value?.toString('latin1', 0, searchedBytesMax) ?? '';
  const found = /payment_id\W{1,8}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f-])/i.exec(
    start,
  )?.[1];
  return found?.toLowerCase() ?? null;
}
