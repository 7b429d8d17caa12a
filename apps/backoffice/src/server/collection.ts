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
  /** Where one of them is; below the list unless said otherwise. */
  pathOf?: (id: string) => string;
  /** What it is known by; `id` unless said otherwise. */
  idOf?: (told: Told) => string;
  /** `numbered` lists have `?page=`; others go on from where the page before ended alone. */
  pages: 'numbered' | 'followed';
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

export function rowOf({ idOf, rowOf: add }: Collection, told: Told): Row {
  const id = idOf ? idOf(told) : told['id'];
  return { ...told, ...add?.(told), id: String(id) };
}

export function pathOf({ path, pathOf: own }: Collection, id: string): string {
  return own ? own(id) : `${path}/${encodeURIComponent(id)}`;
}
