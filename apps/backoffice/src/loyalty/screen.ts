/** Programmes: what is owed over time, who takes part, what happened to their points, and what their partners are told. */
import LoyaltyOutlined from '@mui/icons-material/LoyaltyOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { deliveries, entries, members, placeOf, programmes, webhooks } from './collection';

const below = { icon: LoyaltyOutlined, group: 'loyalty', roles: everybody, hidden: true } as const;

export const loyaltyScreens: readonly Screen[] = [
  {
    name: 'programmes',
    icon: LoyaltyOutlined,
    group: 'loyalty',
    roles: everybody,
    collection: programmes,
    list: lazy(() => import('./programme-list')),
    show: lazy(() => import('./programme-show')),
    titleOf: ({ name }) => String(name),
  },
  {
    ...below,
    name: 'members',
    collection: members,
    show: lazy(() => import('./member-show')),
    titleOf: ({ id }) => placeOf(String(id)).name,
  },
  { ...below, name: 'entries', collection: entries },
  {
    ...below,
    name: 'webhooks',
    collection: webhooks,
    show: lazy(() => import('./webhooks/webhook-show')),
    titleOf: ({ url }) => String(url),
  },
  { ...below, name: 'deliveries', collection: deliveries },
];
