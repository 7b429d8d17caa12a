/** Transfers: records that come in from outside, are screened and written back. */
import SyncAltOutlined from '@mui/icons-material/SyncAltOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { transfers } from './collection';

export const transferScreen: Screen = {
  name: 'transfers',
  icon: SyncAltOutlined,
  group: 'money',
  roles: everybody,
  collection: transfers,
  list: lazy(() => import('./transfer-list')),
  show: lazy(() => import('./transfer-show')),
  titleOf: ({ key }) => String(key),
};
