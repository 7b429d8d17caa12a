/** Reconciliation: what does not fit between orders, payments, stock and points, and what mends it. */
import CompareArrowsOutlined from '@mui/icons-material/CompareArrowsOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { drifts } from './collection';

export const driftScreen: Screen = {
  name: 'drifts',
  icon: CompareArrowsOutlined,
  group: 'control',
  roles: everybody,
  collection: drifts,
  list: lazy(() => import('./drift-list')),
};
