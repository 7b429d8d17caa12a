/** The census: every message that was received, by what became of it. */
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';

export const censusScreen: Screen = {
  name: 'census',
  icon: FactCheckOutlined,
  group: 'money',
  roles: everybody,
  page: lazy(() => import('./census')),
};
