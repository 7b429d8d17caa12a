/** What can become of a message. A payment's status is the same word, as far as it has one. */

export const outcomes = [
  'stored',
  'duplicate',
  'conflicting',
  'declined',
  'rejected',
  'parked',
  'open',
  'review',
] as const;
export type Outcome = (typeof outcomes)[number];

/** How a payment may go on from each status; a status without a way on is final. */
export const paymentTransitions = {
  open: ['stored', 'declined', 'review'],
  parked: ['open', 'stored'],
  review: ['open', 'declined'],
  stored: [],
  declined: [],
} as const satisfies Partial<Record<Outcome, readonly Outcome[]>>;

export type PaymentStatus = keyof typeof paymentTransitions;
