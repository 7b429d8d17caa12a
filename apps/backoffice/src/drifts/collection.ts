/** Where contexts do not say the same of one thing, found by reconciliation. */
import { sortedBy, type Collection } from '../server/collection';

export const drifts: Collection = {
  path: '/v1/reports/reconciliation',
  pages: 'numbered',
  sortOf: sortedBy('foundAt'),
};

export const driftKinds = [
  'paid-without-capture',
  'paid-amount-differs',
  'paid-stock-not-used',
  'capture-not-marked',
  'capture-without-order',
  'movement-without-cause',
  'hold-without-order',
  'points-without-payment',
  'points-not-taken-back',
  'payment-without-points',
];

export const driftStatuses = ['open', 'corrected', 'dismissed', 'gone'];
