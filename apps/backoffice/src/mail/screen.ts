/** Mail: what became of it; and read in full where it was captured, because no mail server is configured. */
import MailOutlined from '@mui/icons-material/MailOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { mail } from './collection';

export const mailScreen: Screen = {
  name: 'mail',
  icon: MailOutlined,
  group: 'control',
  roles: everybody,
  collection: mail,
  list: lazy(() => import('./mail-list')),
  show: lazy(() => import('./mail-show')),
  titleOf: ({ subject }) => String(subject),
};
