/** How a list of Plaza is asked, said once for each kind of thing beside its screens. */
import type { QueryValue } from './api';

export interface Row extends Record<string, unknown> {
  id: string;
}

/** What Plaza answers: before it is known by an `id`. */
export type Told = Record<string, unknown>;

export const toldOf = (value: unknown): Told =>
  typeof value === 'object' && value !== null ? { ...value } : {};

export interface Collection {
  /** Where the list is, and where one more is created. */
  path: string;
  /** The same where it depends on what the rows belong to, which is in the filter. */
  listPathOf?: (filter: Told) => string;
  /** Where one of them is; below the list unless said otherwise. */
  pathOf?: (id: string) => string;
  /** What it is known by; `id` unless said otherwise. */
  idOf?: (told: Told, filter: Told) => string;
  /** `numbered` lists have `?page=`; others go on from where the page before ended alone. */
  pages: 'numbered' | 'followed';
  /** It comes as a whole, and is not asked for so many rows. */
  isWhole?: boolean;
  /** What `?sort=` is for a column; lists that cannot be sorted leave it out. */
  sortOf?: (field: string, descending: boolean) => string | undefined;
  /** What the filters of the screen are in the query; the same unless said otherwise. */
  queryOf?: (filter: Told) => Record<string, QueryValue>;
  /** What a row is to its form, and what is sent of it; the fields of the form unless said otherwise. */
  bodyOf?: (fields: Told) => Told;
  /** What the screen adds to what is told. */
  rowOf?: (told: Told) => Told;
}

/** For lists that go by one field. */
export const sortedBy = (field: string) => (asked: string, descending: boolean) =>
  asked === field ? `${descending ? '-' : ''}${field}` : undefined;

/** @param filter what the list was asked with that it was in */
export function rowOf({ idOf, rowOf: add }: Collection, told: Told, filter: Told = {}): Row {
  const id = idOf ? idOf(told, filter) : told['id'];
  return { ...told, ...add?.(told), id: String(id) };
}

export const listPathOf = ({ path, listPathOf: own }: Collection, filter: Told): string =>
  own ? own(filter) : path;

export function pathOf({ path, pathOf: own }: Collection, id: string): string {
  return own ? own(id) : `${path}/${encodeURIComponent(id)}`;
}
