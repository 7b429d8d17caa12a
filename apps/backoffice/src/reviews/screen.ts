/** Reviews: what waits for a decision, and what was decided. */
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { reviews } from './collection';

export const reviewScreen: Screen = {
  name: 'reviews',
  icon: GavelOutlined,
  group: 'money',
  roles: everybody,
  collection: reviews,
  list: lazy(() => import('./review-list')),
};
