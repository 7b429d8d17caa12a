/** The shops, one of which sells online. */
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { branches } from './collection';

export const branchScreen: Screen = {
  name: 'branches',
  icon: StorefrontOutlined,
  group: 'range',
  roles: everybody,
  collection: branches,
  list: lazy(() => import('./branch-list')),
  create: lazy(() => import('./branch-form').then(({ BranchCreate }) => ({ default: BranchCreate }))),
  edit: lazy(() => import('./branch-form').then(({ BranchEdit }) => ({ default: BranchEdit }))),
  titleOf: ({ name }) => String(name),
};
