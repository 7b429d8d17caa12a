/** Messages of the payment stream: by outcome, each with its whole story, taken again. */
import ForwardToInboxOutlined from '@mui/icons-material/ForwardToInboxOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { messages, placeText, type Place } from './collection';

export const messageScreen: Screen = {
  name: 'messages',
  icon: ForwardToInboxOutlined,
  group: 'money',
  roles: everybody,
  collection: messages,
  list: lazy(() => import('./message-list')),
  show: lazy(() => import('./message-show')),
  titleOf: (row) => placeText(row as unknown as Place),
};
