/** Draws the table of order statuses for people: a page with a state diagram, made from the table so that both say the same. */
import {
  finalStatuses,
  firstStatuses,
  orderStatuses,
  orderTransitions,
  type OrderStatus,
  type Transition,
} from './order-status';

/** The page `docs/order-status.md`, in Mermaid's words: https://mermaid.js.org/syntax/stateDiagram.html. */
export function orderStatusPage(): string {
  const transitions: [string, Transition][] = Object.entries(orderTransitions);
  const lines = [
    ...orderStatuses.map((status) => `state "${status}" as ${nodeOf(status)}`),
    ...firstStatuses.map((status) => `[*] --> ${nodeOf(status)}`),
    ...transitions.flatMap(([verb, { from, to }]) =>
      from.map((status) => `${nodeOf(status)} --> ${nodeOf(to)}: ${verb}`),
    ),
    ...finalStatuses.map((status) => `${nodeOf(status)} --> [*]`),
  ];
  return [
    '# The life of an order',
    '',
    'Drawn from the table in [libs/orders/src/orders/order-status.ts](../libs/orders/src/orders/order-status.ts); a test compares the two, and',
    '`UPDATE_DOCS=1 npx jest order-status` draws it anew.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...lines.map((line) => `  ${line}`),
    '```',
    '',
  ].join('\n');
}

/** Mermaid's names have no dashes. */
function nodeOf(status: OrderStatus): string {
  return status.replaceAll('-', '_');
}
