/** The counter: selling to whoever stands there, by the keyboard alone. */
import PointOfSaleOutlined from '@mui/icons-material/PointOfSaleOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';

export const counterScreen: Screen = {
  name: 'counter',
  icon: PointOfSaleOutlined,
  group: 'selling',
  roles: everybody,
  page: lazy(() => import('./counter')),
};
