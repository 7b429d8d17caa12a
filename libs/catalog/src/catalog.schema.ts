import type { ContextSchema } from '@plaza/platform';
import { Range1763600000020 } from './migrations/1-range';
import { Stock1763600000021 } from './migrations/2-stock';
import { Movements1763600000022 } from './migrations/3-movements';
import { OnlineBranch1763600000023 } from './migrations/4-online-branch';
import { Searching1763600000024 } from './migrations/5-searching';
import { Offers1763600000025 } from './migrations/6-offers';
import { EndedStructure1763600000026 } from './migrations/7-ended-structure';
import { Transfers1763600000027 } from './migrations/8-transfers';
import { SalesOfAnOrder1764900000774 } from './migrations/9-sales-of-an-order';
import { WordsLookedUp1764900000831 } from './migrations/10-words-looked-up';

export const catalogSchema: ContextSchema = {
  schema: 'catalog',
  migrations: [
    Range1763600000020,
    Stock1763600000021,
    Movements1763600000022,
    OnlineBranch1763600000023,
    Searching1763600000024,
    Offers1763600000025,
    EndedStructure1763600000026,
    Transfers1763600000027,
    SalesOfAnOrder1764900000774,
    WordsLookedUp1764900000831,
  ],
  appendOnly: ['stock_movements'],
  audited: {
    categories: {},
    branches: {},
    products: {},
    stock: { often: true },
    holds: { member: 'owner_id', often: true },
    stock_movements: { member: 'reference', often: true },
  },
  notAudited: {
    offers: 'Follows from products and stock, by triggers',
    words: 'Follows from the names of products, by a trigger',
  },
};
