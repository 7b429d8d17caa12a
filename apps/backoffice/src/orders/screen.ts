/** Orders: found, looked into, handed over, cancelled, refunded. */
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { orders } from './collection';

export const orderScreen: Screen = {
  name: 'orders',
  icon: ReceiptLongOutlined,
  group: 'selling',
  roles: everybody,
  collection: orders,
  list: lazy(() => import('./order-list')),
  show: lazy(() => import('./order-show')),
  titleOf: ({ number }) => String(number),
};
