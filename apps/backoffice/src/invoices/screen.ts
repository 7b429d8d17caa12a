/** Invoices: a customer's by their document, each as a page to print and as PDF. */
import RequestQuoteOutlined from '@mui/icons-material/RequestQuoteOutlined';
import { lazy } from 'react';
import { everybody, type Screen } from '../screen';

export const invoiceScreen: Screen = {
  name: 'invoices',
  icon: RequestQuoteOutlined,
  group: 'selling',
  roles: everybody,
  page: lazy(() => import('./invoices')),
};
