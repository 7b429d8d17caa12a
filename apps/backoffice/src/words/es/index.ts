/** Español. Cada zona de pantallas tiene sus palabras en un archivo junto a este, y una línea en `resources`. */
import type { Words } from '../en';
import { customers } from './customers';
import { messages } from './messages';
import { home } from './home';
import { orders } from './orders';
import { plaza } from './plaza';
import { problems } from './problems';
import { branches, categories, products } from './range';
import { movements } from './stock';

export const words: Words = {
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

export const spanish = { ...messages, ...words };
