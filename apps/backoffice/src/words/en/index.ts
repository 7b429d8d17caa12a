/** English. An area of screens has its words in a file beside this one, and a line in `resources`. */
import messages from 'ra-language-english';
import { counter, invoices } from './counter';
import { audit, deadLetters, mail, seals, staff } from './control';
import { customers } from './customers';
import { home } from './home';
import { clients, deliveries, entries, holds, members, partners, programmes, webhooks } from './loyalty';
import { orders } from './orders';
import {
  alarms,
  census,
  errorReports,
  payments,
  refunds,
  reviews,
  screenings,
  streamMessages,
  transfers,
} from './payments';
import { plaza } from './plaza';
import { problems } from './problems';
import { branches, categories, products } from './range';
import { recipients, reportDeliveries, reports } from './reports';
import { drifts } from './drifts';
import { earning, tiers, trials } from './rules';
import { movements } from './stock';

export const words = {
  plaza,
  home,
  problems,
  resources: {
    orders,
    customers,
    products,
    movements,
    categories,
    branches,
    counter,
    invoices,
    payments,
    screenings,
    refunds,
    reviews,
    messages: streamMessages,
    census,
    'error-reports': errorReports,
    alarms,
    transfers,
    ...{ programmes, members, entries, holds, webhooks, deliveries, partners, clients },
    ...{ earning, trials, tiers },
    ...{ reports, recipients, 'report-deliveries': reportDeliveries },
    drifts,
    'dead-letters': deadLetters,
    ...{ audit, seals, mail, staff },
  },
};

export type Words = typeof words;

export const english = { ...messages, ...words };
