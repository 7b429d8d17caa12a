/** Alarms: messages that never came, and topics that began anew, until somebody says that they know. */
import NotificationsActiveOutlined from '@mui/icons-material/NotificationsActiveOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { alarms } from './collection';

export const alarmScreen: Screen = {
  name: 'alarms',
  icon: NotificationsActiveOutlined,
  group: 'money',
  roles: everybody,
  collection: alarms,
  list: lazy(() => import('./alarm-list')),
};
