/** Why an order that was taken in could not be had, as the refusal of one that is decided at once would have said it. */
import { PlazaError } from '@plaza/platform';
import type { OrderRejected } from '../orders.events';

type Why = Pick<OrderRejected['data'], 'code' | 'reason' | 'short'>;

/** @throws what is no refusal */
export function reasonOf(refusal: unknown): Why {
  if (!(refusal instanceof PlazaError)) throw refusal;
  const { code, message, details } = refusal;
  const short = shortLines(details['short']);
  const named = short.map(
    ({ productId, requested, available }) => `${productId} (${requested} wanted, ${available} available)`,
  );
  return { code, short, reason: named.length > 0 ? `${message}: ${named.join(', ')}` : message };
}

function shortLines(told: unknown): Why['short'] {
  return Array.isArray(told) ? told.filter(isShortLine) : [];
}

function isShortLine(line: unknown): line is Why['short'][number] {
  return (
    typeof line === 'object' &&
    line !== null &&
    'productId' in line &&
    'requested' in line &&
    'available' in line
  );
}
