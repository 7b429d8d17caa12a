/** What is sold. */
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { products } from './collection';

export const productScreen: Screen = {
  name: 'products',
  icon: Inventory2Outlined,
  group: 'range',
  roles: everybody,
  collection: products,
  list: lazy(() => import('./product-list')),
  show: lazy(() => import('./product-show')),
  create: lazy(() => import('./product-form').then(({ ProductCreate }) => ({ default: ProductCreate }))),
  edit: lazy(() => import('./product-form').then(({ ProductEdit }) => ({ default: ProductEdit }))),
  titleOf: ({ name }) => String(name),
};
