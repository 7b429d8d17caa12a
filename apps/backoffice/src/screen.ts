/** What a screen says of itself, so that the rest of the back office need not know it. */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { SvgIconComponent } from '@mui/icons-material';
import type { Role } from './access/auth-provider';
import type { Collection } from './server/collection';

/** The parts of the menu, from top to bottom. */
export const menuGroups = ['selling', 'range', 'money', 'loyalty', 'control'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** Loaded when it is looked at. */
export type Lazy = LazyExoticComponent<ComponentType>;

export interface Screen {
  /** Its address, and where its words stand: `resources.<name>`. */
  name: string;
  icon: SvgIconComponent;
  group: MenuGroup;
  roles: readonly Role[];
  /** Where its rows come from; a page of its own has none. */
  collection?: Collection;
  list?: Lazy;
  show?: Lazy;
  create?: Lazy;
  edit?: Lazy;
  /** In place of list and rows: a page at `/<name>`, and below it as the page itself decides. */
  page?: Lazy;
  /** What a row is called by, where others refer to it. */
  titleOf?: (row: Record<string, unknown>) => string;
  /** Reached from other screens alone. */
  hidden?: boolean;
}

/** For rows that may lack the one or the other. */
export const firstText = (...values: unknown[]): string =>
  values.find((value): value is string => typeof value === 'string' && value !== '') ?? '–';

export const everybody: readonly Role[] = ['staff', 'admin'];
export const admins: readonly Role[] = ['admin'];
