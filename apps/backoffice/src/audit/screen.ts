/** The audit log: searched, followed row by row, and held against its seals. */
import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { log, seals } from './collection';

export const auditScreens: readonly Screen[] = [
  {
    name: 'audit',
    icon: ManageSearchOutlined,
    group: 'control',
    roles: everybody,
    collection: log,
    list: lazy(() => import('./log-list')),
    show: lazy(() => import('./row-history')),
  },
  {
    name: 'seals',
    icon: VerifiedUserOutlined,
    group: 'control',
    roles: everybody,
    collection: seals,
    list: lazy(() => import('./seal-list')),
  },
];
