/**
 * The life of an order, declared once: which statuses there are and which verb leads from which to which. Everything else asks
 * this table; it is checked when the process starts.
 */

export const orderStatuses = [
  'accepted',
  'awaiting-payment',
  'paid',
  'fulfilled',
  'rejected',
  'cancelled',
  'expired',
  'refunded',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

export interface Transition {
  from: readonly OrderStatus[];
  to: OrderStatus;
}

/** Where an order begins: at once, when it was taken in to be decided later, or where the legacy shop had ended it. */
export const firstStatuses: readonly OrderStatus[] = ['awaiting-payment', 'accepted', 'fulfilled'];

export const orderTransitions = {
  confirm: { from: ['accepted'], to: 'awaiting-payment' },
  reject: { from: ['accepted'], to: 'rejected' },
  pay: { from: ['awaiting-payment'], to: 'paid' },
  cancel: { from: ['accepted', 'awaiting-payment'], to: 'cancelled' },
  expire: { from: ['awaiting-payment'], to: 'expired' },
  fulfil: { from: ['paid'], to: 'fulfilled' },
  refund: { from: ['paid', 'fulfilled'], to: 'refunded' },
} as const satisfies Record<string, Transition>;

export type OrderVerb = keyof typeof orderTransitions;

/** From where nothing leads on. */
export const finalStatuses: readonly OrderStatus[] = orderStatuses.filter((status) =>
  Object.values(orderTransitions).every(({ from }: Transition) => !from.includes(status)),
);

/** What is told of an order that got there. */
export function factOfStatus(status: OrderStatus): string {
  return status === 'awaiting-payment' ? 'order-placed' : `order-${status}`;
}

/** @returns the status that the verb leads to; undefined when it leads nowhere from here */
export function statusAfter(verb: OrderVerb, status: OrderStatus): OrderStatus | undefined {
  const { from, to }: Transition = orderTransitions[verb];
  return from.includes(status) ? to : undefined;
}

/** @throws Error naming every status that cannot be reached and every verb that leads back to where it starts */
export function checkStatusTable(
  first: readonly OrderStatus[],
  transitions: Readonly<Record<string, Transition>>,
): void {
  const reached = new Set(first);
  const all = Object.entries(transitions);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const [, { from, to }] of all) if (from.some((status) => reached.has(status))) reached.add(to);
  }
  const faults = [
    ...orderStatuses.filter((status) => !reached.has(status)).map((status) => `nothing leads to ${status}`),
    ...all.filter(([, { from, to }]) => from.includes(to)).map(([verb]) => `${verb} leads nowhere`),
  ];
  if (faults.length > 0) throw new Error(`The table of order statuses is wrong: ${faults.join('; ')}`);
}

checkStatusTable(firstStatuses, orderTransitions);
