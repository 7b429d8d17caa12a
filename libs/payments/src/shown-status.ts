/** How a payment's status is told outside: a customer's payment is pending until there is a word. */
import type { PaymentStatus } from './messages/outcome';

export const shownStatuses = ['pending', 'captured', 'declined', 'parked', 'review'] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/** @param status null while the payment's message has not come back from the stream */
export function shownStatus(status: PaymentStatus | null): ShownStatus {
  switch (status) {
    case null:
    case 'open':
      return 'pending';
    case 'stored':
      return 'captured';
    case 'declined':
    case 'parked':
    case 'review':
      return status;
  }
}

export function statusShownAs(shown: ShownStatus): PaymentStatus {
  switch (shown) {
    case 'pending':
      return 'open';
    case 'captured':
      return 'stored';
    case 'declined':
    case 'parked':
    case 'review':
      return shown;
  }
}
