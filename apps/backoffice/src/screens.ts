/**
 * Every screen of the back office. To add one: a folder that says what it is (its `screen.ts`), and a line here. The menu, the
 * addresses, what a role may see and where rows come from follow from it.
 */
import { branchScreen } from './branches/screen';
import { categoryScreen } from './categories/screen';
import { customerScreen } from './customers/screen';
import { orderScreen } from './orders/screen';
import { productScreen } from './products/screen';
import type { Screen } from './screen';
import { stockScreen } from './stock/screen';

export const screens: readonly Screen[] = [
  orderScreen,
  customerScreen,
  productScreen,
  stockScreen,
  categoryScreen,
  branchScreen,
];
