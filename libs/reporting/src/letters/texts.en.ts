import { runsOutWithinDays } from '../figures/running-out';
import type { ReportTexts } from './wording';

const rowsOf: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'row' };

export const en: ReportTexts = {
  title: (week) => `Weekly report ${week}`,
  goingOn: 'This week is not over yet: its figures go on growing.',
  takenAt: (instant) => `Figures as of ${instant}`,
  weekBefore: 'Week before',
  rows: (shown, plural) => `${shown} ${rowsOf[plural] ?? 'rows'}`,
  firstOf: (shown, all) => `The first ${shown} of ${all}`,
  restated: (edition, instant) =>
    `Data came late: what is marked differs from edition ${String(edition)}, which was sent with the figures of ${instant}.`,
  asSent: (value) => `sent: ${value}`,
  nothing: 'none',
  none: '(without)',
  roots: {
    label: 'Root of the audit log, day by day',
    definition:
      'The hash of the last seal that was set before the end of the day. It stands for all that was done until then: "plaza audit verify --root" shows whether the log is still the same.',
  },
  seal: (number) => `seal ${String(number)}`,
  footer: 'You get this because your address is among the recipients of the weekly report.',
  columns: { figure: 'Figure', value: 'This week', rows: 'Counted' },
  sections: {
    sales: 'Sales',
    prices: 'Prices',
    payments: 'Payments',
    points: 'Loyalty points',
    shop: 'The shop',
  },
  figures: {
    purchases: {
      label: 'Purchases',
      definition: 'Orders that were paid in the week, whatever became of them later.',
    },
    'purchases-with-price': {
      label: 'Purchases with a price',
      definition: 'Purchases whose price is known: the price charged, or else the list price.',
    },
    'purchases-with-product': {
      label: 'Purchases with a product',
      definition: 'Purchases of which it is known what was bought.',
    },
    'purchases-with-customer-and-product': {
      label: 'Purchases with customer and product',
      definition: 'Purchases of which it is known who bought what.',
    },
    'purchases-with-customer-product-and-branch': {
      label: 'Purchases with customer, product and branch',
      definition: 'Purchases of which it is known who bought what and where.',
    },
    revenue: {
      label: 'Revenue',
      definition: 'Sum of the totals of purchases with a price. Money given back later is not taken off.',
    },
    refunded: {
      label: 'Refunded since',
      definition:
        'The totals of the purchases of this week of which all the money was given back since. What was given back in part is in the money given back, below, and in no other figure.',
    },
    'busy-minutes': {
      label: 'Busy minutes',
      definition: 'Minutes of the clock in which there was at least one purchase.',
    },
    'purchases-per-busy-minute': {
      label: 'Purchases per busy minute',
      definition: 'Purchases divided by the minutes that had any.',
    },
    'purchases-per-minute': {
      label: 'Purchases per minute of the week',
      definition: 'Purchases divided by all minutes of the week, with clock changes as they were.',
    },
    margin: {
      label: 'Margin against the list',
      definition:
        'Sum of list price less price charged over all pieces, of lines that have both. Costs are not known here, so it is no profit: it is what was sold below the list (above zero) or above it.',
    },
    'difference-average': {
      label: 'Average price difference',
      definition:
        'Average of list price less price charged for a piece, with its sign, over lines that have both.',
    },
    'difference-largest': {
      label: 'Largest price difference',
      definition:
        'Largest list price less price charged for a piece, with its sign, over lines that have both.',
    },
    'difference-smallest': {
      label: 'Smallest price difference',
      definition:
        'Smallest list price less price charged for a piece, with its sign, over lines that have both.',
    },
    payments: {
      label: 'Payments received',
      definition: 'Payments that came in during the week, whatever their outcome.',
    },
    'given-back': {
      label: 'Money given back',
      definition:
        'Refunds that were carried out in the week, in full or in part, whenever the payment was made; counted are the refunds.',
    },
    errors: {
      label: 'Errors',
      definition: 'Errors with payments that came up in the week, as the error log is told them.',
    },
    'points-issued': {
      label: 'Points issued',
      definition: 'Points that members were given in the week, less those taken back.',
    },
    'points-used': {
      label: 'Points used',
      definition: 'Points that members used in the week, less those given back.',
    },
    'points-expired': { label: 'Points expired', definition: 'Points that expired in the week.' },
    'points-outstanding': {
      label: 'Points outstanding',
      definition: 'All points that members had at the end of the week; counted are the programmes.',
    },
    'running-out': {
      label: 'Stock about to run out',
      definition: `Products in branches of which there is enough for less than ${String(runsOutWithinDays)} days, if they go on selling as in this week.`,
    },
    drifts: {
      label: 'Open drifts',
      definition:
        'Places where orders, payments, stock and points do not say the same of one thing, found at night and not corrected yet.',
    },
  },
  lists: {
    branches: { label: 'By branch', definition: 'Purchases and their revenue by the branch that sold.' },
    categories: {
      label: 'By category',
      definition: 'Lines of purchases by the category that their product has now.',
    },
    products: { label: 'By product', definition: 'The products with the highest revenue.' },
    customers: { label: 'Best customers', definition: 'The known customers with the highest revenue.' },
    'payment-outcomes': {
      label: 'Payments by outcome',
      definition:
        'What became, until now, of the payments that came in during the week. Not every message of the stream names its currency.',
    },
    'error-kinds': {
      label: 'Errors by kind',
      definition: 'Errors of the week, and how many of them the error log has taken.',
    },
    census: {
      label: 'Census of payment messages',
      definition:
        'All messages ever received, by partition and outcome, at this moment. Received is the sum of the outcomes; missing are offsets that never came.',
    },
    partners: {
      label: 'Points by partner',
      definition:
        'Points of the members of each partner: issued, used and expired in the week, outstanding at its end.',
    },
    'running-out': {
      label: 'What is about to run out',
      definition: 'By how soon. What is available is what can be sold at this moment.',
    },
    'drift-kinds': { label: 'Drifts by kind', definition: 'Open drifts, at this moment.' },
  },
  listColumns: {
    purchases: 'Purchases',
    lines: 'Lines',
    pieces: 'Pieces',
    revenue: 'Revenue',
    payments: 'Payments',
    amount: 'Amount',
    errors: 'Errors',
    delivered: 'Told',
    issued: 'Issued',
    used: 'Used',
    expired: 'Expired',
    outstanding: 'Outstanding',
    available: 'Available',
    sold: 'Sold',
    'days-left': 'Days left',
    received: 'Received',
    stored: 'Stored',
    duplicate: 'Duplicate',
    conflicting: 'Conflicting',
    declined: 'Declined',
    rejected: 'Rejected',
    parked: 'Parked',
    open: 'Open',
    review: 'In review',
    gaps: 'Missing',
    drifts: 'Drifts',
  },
  outcomes: {
    pending: 'Pending',
    captured: 'Captured',
    declined: 'Declined',
    parked: 'Parked',
    review: 'In review',
  },
  errors: {
    declined: 'Declined',
    rejected: 'Not a valid message',
    parked: 'Unknown account',
    conflicting: 'Same id, other content',
    review: 'Sent to review',
    'refund-refused': 'Refund refused',
    'refund-unanswered': 'Refund without an answer',
  },
  drifts: {
    'paid-without-capture': 'Order paid without a captured payment',
    'paid-amount-differs': 'Payment over another amount than the order',
    'paid-stock-not-used': 'Order paid, its stock not taken',
    'capture-not-marked': 'Payment captured, its order not marked as paid',
    'capture-without-order': 'Payment captured without an order to pay',
    'movement-without-cause': 'Stock gone as sold without a paid order',
    'hold-without-order': 'Stock set aside for no order',
    'points-without-payment': 'Points earned by an order that was not paid',
    'points-not-taken-back': 'Money given back, its points left',
    'payment-without-points': 'Order paid without the points that it earns',
  },
};
