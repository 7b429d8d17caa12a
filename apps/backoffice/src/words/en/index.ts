/** English. An area of screens has its words in a file beside this one, and a line in `resources`. */
import messages from 'ra-language-english';
import { customers } from './customers';
import { home } from './home';
import { orders } from './orders';
import { plaza } from './plaza';
import { problems } from './problems';
import { branches, categories, products } from './range';
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
  },
};

export type Words = typeof words;

export const english = { ...messages, ...words };
