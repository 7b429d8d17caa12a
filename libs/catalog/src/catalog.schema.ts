import type { ContextSchema } from '@plaza/platform';
import { Range1763600000020 } from './migrations/1-range';
import { Stock1763600000021 } from './migrations/2-stock';
import { Movements1763600000022 } from './migrations/3-movements';
import { OnlineBranch1763600000023 } from './migrations/4-online-branch';

export const catalogSchema: ContextSchema = {
  schema: 'catalog',
  migrations: [Range1763600000020, Stock1763600000021, Movements1763600000022, OnlineBranch1763600000023],
  appendOnly: ['stock_movements'],
};
