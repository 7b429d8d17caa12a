/*
 * Tells from its bytes alone what kind of message a receiver got. Written from the documented format and sharing nothing with the
 * simulator, so that the two check each other.
 */
import type { TopicName } from './feed-receiver';

export interface Reading {
  case: string;
  paymentId: string | null;
}

interface Fields {
  payment_id: string;
  account_id: unknown;
  payment_type: string;
  credit_card?: unknown;
  amount: unknown;
}

const documented = new Set(['payment_id', 'account_id', 'payment_type', 'credit_card', 'amount', 'delay']);

/** Reads a topic's messages in the order in which they came. */
export function readMessages(topic: TopicName, messages: readonly Buffer[]): Reading[] {
  const firstSeen = new Map<string, Buffer>();
  return messages.map((message) => {
    const reading = readMessage(topic, message);
    if (reading.paymentId === null) return reading;
    const first = firstSeen.get(reading.paymentId);
    if (first === undefined) firstSeen.set(reading.paymentId, message);
    else return { ...reading, case: first.equals(message) ? 'repeated' : 'conflicting' };
    return reading;
  });
}

/** How many of each case, in the order of the names. */
export function countCases(readings: readonly { case: string }[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const reading of readings) counts.set(reading.case, (counts.get(reading.case) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}

function readMessage(topic: TopicName, message: Buffer): Reading {
  const anyId = /[0-9a-f-]{36}/.exec(message.toString('latin1'))?.[0] ?? null;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(message);
  } catch {
    return { case: 'not-utf8', paymentId: anyId };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (text.startsWith("{'")) return { case: 'single-quoted', paymentId: anyId };
    return { case: text.startsWith('{') ? 'truncated' : 'not-json', paymentId: anyId };
  }
  if (Array.isArray(value)) return { case: value.length === 1 ? 'array-of-one' : 'array', paymentId: anyId };
  const fields = value as Fields;
  return { case: caseOf(topic, fields, message.length), paymentId: fields.payment_id };
}

function caseOf(topic: TopicName, fields: Fields, bytes: number): string {
  if (bytes > 900_000) return 'one-megabyte';
  if (fields.payment_type !== topic) return 'type-contradicts-topic';
  const oddities = [accountCase(fields.account_id), amountCase(fields.amount), cardCase(fields.credit_card)];
  if (Object.keys(fields).some((name) => !documented.has(name))) oddities.push('unknown-fields');
  return oddities.find((oddity) => oddity !== null) ?? 'plain';
}

function accountCase(account: unknown): string | null {
  if (typeof account !== 'number') return 'account-text';
  if (account === 0) return 'account-zero';
  if (account < 0) return 'account-negative';
  return account > 2_000 ? 'account-unknown' : null;
}

function amountCase(amount: unknown): string | null {
  if (typeof amount !== 'number') return 'amount-text';
  if (amount === 0) return 'amount-zero';
  if (amount < 0) return 'amount-negative';
  return Number.isInteger(amount) ? null : 'amount-fractional';
}

function cardCase(card: unknown): string | null {
  if (card === undefined) return 'card-missing';
  if (card === null) return 'card-null';
  if (card === '') return 'card-empty';
  return typeof card === 'string' && /^\d{16}$/.test(card) ? null : 'card-short';
}
