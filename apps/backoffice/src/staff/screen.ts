/** Staff and admins: for admins. */
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import { lazy } from 'react';
import { admins, firstText, type Screen } from '../screen';
import { staff } from './collection';

export const staffScreen: Screen = {
  name: 'staff',
  icon: BadgeOutlined,
  group: 'control',
  roles: admins,
  collection: staff,
  list: lazy(() => import('./staff-list')),
  show: lazy(() => import('./staff-show')),
  create: lazy(() => import('./staff-form').then(({ StaffCreate }) => ({ default: StaffCreate }))),
  edit: lazy(() => import('./staff-form').then(({ StaffEdit }) => ({ default: StaffEdit }))),
  titleOf: ({ fullName, username }) => firstText(fullName, username),
};
