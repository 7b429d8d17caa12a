/** A report of one week, in no language: as it was taken, and as it is kept once it was sent. */
import { sameFigure, sameRow, type Figure, type List, type Section } from './figures/figure';

export interface KeptRoot {
  /** An instant, as all here. */
  until: string;
  seal: number;
  hash: string;
}

export interface Report {
  /** As `2026-W47`. */
  week: string;
  zone: string;
  from: string;
  to: string;
  takenAt: string;
  /** False while the week goes on. */
  isOver: boolean;
  figures: Figure[];
  lists: List[];
  /** Of the audit log, at the end of each day that is over. */
  roots: KeptRoot[];
  /** The same figures of the week before, and the same rows of its lists. */
  before: Section;
}

/** A report that was sent. */
export interface Edition {
  week: string;
  /** Counted from 1, week by week. */
  number: number;
  report: Report;
}

/** Figures of the week before that the week itself has none of are told as well, as nothing. */
export function withAllCurrencies(figures: readonly Figure[], before: readonly Figure[]): Figure[] {
  const missing = before.filter((each) => sameFigure(figures, each) === undefined);
  return [
    ...figures,
    ...missing.map(({ name, currency }) => {
      return { name, currency, value: sums.has(name) ? 0 : null, rows: 0 };
    }),
  ];
}

/** What is nothing where there is nothing; of an average or a largest there is none then. */
const sums = new Set<Figure['name']>(['revenue', 'refunded', 'margin', 'given-back']);

/** Of the lists of the week before, the rows that the week's own lists have. */
export function rowsLike(lists: readonly List[], before: readonly List[]): List[] {
  return before.map((list) => {
    const wanted = lists.find(({ name }) => name === list.name)?.rows ?? [];
    const rows = wanted.flatMap((row) => sameRow([list], list.name, row) ?? []);
    return { ...list, rows };
  });
}
