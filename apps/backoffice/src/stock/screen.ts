/** Stock: corrected, taken from branch to branch, and every movement of it. */
import SwapVertOutlined from '@mui/icons-material/SwapVertOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { movements } from './collection';

export const stockScreen: Screen = {
  name: 'movements',
  icon: SwapVertOutlined,
  group: 'range',
  roles: everybody,
  collection: movements,
  list: lazy(() => import('./movement-list')),
};
