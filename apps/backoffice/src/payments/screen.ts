/** Payments: found, looked into, decided about, given back. */
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { payments } from './collection';

export const paymentScreen: Screen = {
  name: 'payments',
  icon: PaymentsOutlined,
  group: 'money',
  roles: everybody,
  collection: payments,
  list: lazy(() => import('./payment-list')),
  show: lazy(() => import('./payment-show')),
  titleOf: ({ id }) => String(id),
};
