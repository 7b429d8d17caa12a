/**
 * What a report consists of: figures, each with the count of rows behind it, and lists of things that have figures. Both are declared
 * here, once; every language has to have a text for each, or it does not compile.
 */

export const units = ['count', 'money', 'rate', 'points', 'days'] as const;
export type Unit = (typeof units)[number];

export const sections = ['sales', 'prices', 'payments', 'points', 'shop'] as const;
export type SectionName = (typeof sections)[number];

interface Kind {
  section: SectionName;
  /** True for what the week alone decides, so that it can change afterwards only by data that come late. */
  ofWeek: boolean;
}

interface FigureKind extends Kind {
  unit: Unit;
}

const sales = { section: 'sales', ofWeek: true } as const;
const prices = { section: 'prices', ofWeek: true, unit: 'money' } as const;
const payments = { section: 'payments', ofWeek: true, unit: 'count' } as const;
const points = { section: 'points', ofWeek: true, unit: 'points' } as const;

/** In the order in which they are told. */
export const figureKinds = {
  purchases: { ...sales, unit: 'count' },
  'purchases-with-price': { ...sales, unit: 'count' },
  'purchases-with-product': { ...sales, unit: 'count' },
  'purchases-with-customer-and-product': { ...sales, unit: 'count' },
  'purchases-with-customer-product-and-branch': { ...sales, unit: 'count' },
  revenue: { ...sales, unit: 'money' },
  refunded: { ...sales, unit: 'money' },
  'busy-minutes': { ...sales, unit: 'count' },
  'purchases-per-busy-minute': { ...sales, unit: 'rate' },
  'purchases-per-minute': { ...sales, unit: 'rate' },
  margin: prices,
  'difference-average': prices,
  'difference-largest': prices,
  'difference-smallest': prices,
  payments,
  'given-back': { ...payments, unit: 'money' },
  errors: payments,
  'points-issued': points,
  'points-used': points,
  'points-expired': points,
  'points-outstanding': points,
  'running-out': { section: 'shop', ofWeek: false, unit: 'count' },
  drifts: { section: 'shop', ofWeek: false, unit: 'count' },
} as const satisfies Record<string, FigureKind>;

export type FigureName = keyof typeof figureKinds;
export const figureNames = Object.keys(figureKinds) as FigureName[];

export const columnUnits = {
  purchases: 'count',
  lines: 'count',
  pieces: 'count',
  revenue: 'money',
  payments: 'count',
  amount: 'money',
  errors: 'count',
  delivered: 'count',
  issued: 'points',
  used: 'points',
  expired: 'points',
  outstanding: 'points',
  available: 'count',
  sold: 'count',
  'days-left': 'days',
  received: 'count',
  stored: 'count',
  duplicate: 'count',
  conflicting: 'count',
  declined: 'count',
  rejected: 'count',
  parked: 'count',
  open: 'count',
  review: 'count',
  gaps: 'count',
  drifts: 'count',
} as const satisfies Record<string, Unit>;

export type ColumnName = keyof typeof columnUnits;
export const columnNames = Object.keys(columnUnits) as ColumnName[];

interface ListKind extends Kind {
  /** The last one is shown as bars. */
  columns: readonly ColumnName[];
}

const outcomes = [
  ...(['stored', 'duplicate', 'conflicting', 'declined', 'rejected', 'parked', 'open', 'review'] as const),
];

export const listKinds = {
  branches: { ...sales, columns: ['purchases', 'revenue'] },
  categories: { ...sales, columns: ['lines', 'pieces', 'revenue'] },
  products: { ...sales, columns: ['purchases', 'pieces', 'revenue'] },
  customers: { ...sales, columns: ['purchases', 'revenue'] },
  'payment-outcomes': { section: 'payments', ofWeek: true, columns: ['amount', 'payments'] },
  'error-kinds': { section: 'payments', ofWeek: true, columns: ['delivered', 'errors'] },
  census: { section: 'payments', ofWeek: false, columns: [...outcomes, 'gaps', 'received'] },
  partners: { section: 'points', ofWeek: true, columns: ['issued', 'used', 'expired', 'outstanding'] },
  'running-out': { section: 'shop', ofWeek: false, columns: ['available', 'sold', 'days-left'] },
  'drift-kinds': { section: 'shop', ofWeek: false, columns: ['drifts'] },
} as const satisfies Record<string, ListKind>;

export type ListName = keyof typeof listKinds;
export const listNames = Object.keys(listKinds) as ListName[];

export interface Measured {
  /** Minor units of its currency where it is money; null where there is nothing to say it of. */
  value: number | null;
  /** The count of rows behind it. */
  rows: number;
}

export interface Figure extends Measured {
  name: FigureName;
  currency: string | null;
}

export type Values = Partial<Record<ColumnName, number>>;

export interface ListRow {
  /** With the currency it tells this row from all others of the list. */
  id: string;
  /** How it is called; null for what has no name of its own. */
  label: string | null;
  currency: string | null;
  values: Values;
  /** How many rows are behind each of them; reports that were kept before these were counted do not say. */
  counts?: Values;
}

export interface List {
  name: ListName;
  rows: ListRow[];
  /** How many there are, of which these are the first. */
  all: number;
}

/** A part of a report, as the contexts that it is about tell it. */
export interface Section {
  figures: Figure[];
  lists: List[];
}

/** Of a week and of the week before. */
export interface TwoWeeks<T> {
  week: T;
  before: T;
}

export function figure(
  name: FigureName,
  value: number | null,
  rows: number,
  currency: string | null = null,
): Figure {
  return { name, currency, value, rows };
}

/** That of another week, of the same thing. */
export function sameFigure(figures: readonly Figure[], { name, currency }: Figure): Figure | undefined {
  return figures.find((other) => other.name === name && other.currency === currency);
}

export function sameRow(
  lists: readonly List[],
  name: ListName,
  { id, currency }: ListRow,
): ListRow | undefined {
  return lists
    .find((list) => list.name === name)
    ?.rows.find((row) => row.id === id && row.currency === currency);
}
