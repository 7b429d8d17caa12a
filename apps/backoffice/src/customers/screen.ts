/** Customers: found, entered at the counter, changed, let in and shut out. */
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import { lazy } from 'react';
import { everybody, firstText, type Screen } from '../screen';
import { customers } from './collection';

export const customerScreen: Screen = {
  name: 'customers',
  icon: PeopleOutlined,
  group: 'selling',
  roles: everybody,
  collection: customers,
  list: lazy(() => import('./customer-list')),
  show: lazy(() => import('./customer-show')),
  create: lazy(() => import('./customer-form').then(({ CustomerCreate }) => ({ default: CustomerCreate }))),
  edit: lazy(() => import('./customer-form').then(({ CustomerEdit }) => ({ default: CustomerEdit }))),
  titleOf: ({ fullName, documentNumber, username }) => firstText(fullName, documentNumber, username),
};
