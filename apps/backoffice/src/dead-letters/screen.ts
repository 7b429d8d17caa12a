/** Dead letters: events that a consumer could not take, until somebody has mended the cause and sends them again. */
import UnsubscribeOutlined from '@mui/icons-material/UnsubscribeOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { deadLetters } from './collection';

export const deadLetterScreen: Screen = {
  name: 'dead-letters',
  icon: UnsubscribeOutlined,
  group: 'control',
  roles: everybody,
  collection: deadLetters,
  list: lazy(() => import('./dead-letter-list')),
};
