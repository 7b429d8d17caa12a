/** The weekly report: looked at as it is mailed, sent, to whom, and what was sent. */
import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import ContactMailOutlined from '@mui/icons-material/ContactMailOutlined';
import ForwardToInboxOutlined from '@mui/icons-material/ForwardToInboxOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';
import { recipients, reportDeliveries } from './collection';

const control = { group: 'control', roles: everybody } as const;

export const reportScreens: readonly Screen[] = [
  { ...control, name: 'reports', icon: AssessmentOutlined, page: lazy(() => import('./report-page')) },
  {
    ...control,
    name: 'recipients',
    icon: ContactMailOutlined,
    collection: recipients,
    list: lazy(() => import('./recipient-list')),
    create: lazy(() =>
      import('./recipient-form').then(({ RecipientCreate }) => ({ default: RecipientCreate })),
    ),
    edit: lazy(() => import('./recipient-form').then(({ RecipientEdit }) => ({ default: RecipientEdit }))),
    titleOf: ({ address }) => String(address),
  },
  {
    ...control,
    name: 'report-deliveries',
    icon: ForwardToInboxOutlined,
    collection: reportDeliveries,
    list: lazy(() => import('./delivery-list')),
  },
];
