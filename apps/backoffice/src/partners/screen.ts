/** Partners and their clients: for admins. */
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import { lazy } from 'react';
import { admins, type Screen } from '../screen';
import { clients, partners } from './collection';

export const partnerScreens: readonly Screen[] = [
  {
    name: 'partners',
    icon: HandshakeOutlined,
    group: 'loyalty',
    roles: admins,
    collection: partners,
    list: lazy(() => import('./partner-list')),
    show: lazy(() => import('./partner-show')),
    create: lazy(() => import('./partner-form').then(({ PartnerCreate }) => ({ default: PartnerCreate }))),
    edit: lazy(() => import('./partner-form').then(({ PartnerEdit }) => ({ default: PartnerEdit }))),
    titleOf: ({ name }) => String(name),
  },
  {
    name: 'clients',
    icon: HandshakeOutlined,
    group: 'loyalty',
    roles: admins,
    hidden: true,
    collection: clients,
  },
];
