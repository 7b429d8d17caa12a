/** The tree of categories. */
import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { categories } from './collection';

export const categoryScreen: Screen = {
  name: 'categories',
  icon: AccountTreeOutlined,
  group: 'range',
  roles: everybody,
  collection: categories,
  list: lazy(() => import('./category-list')),
  create: lazy(() => import('./category-form').then(({ CategoryCreate }) => ({ default: CategoryCreate }))),
  edit: lazy(() => import('./category-form').then(({ CategoryEdit }) => ({ default: CategoryEdit }))),
  titleOf: ({ name }) => String(name),
};
