/**
 * Every screen of the back office. To add one: a folder that says what it is (its `screen.ts`), and a line here. The menu, the
 * addresses, what a role may see and where rows come from follow from it.
 */
import { alarmScreen } from './alarms/screen';
import { auditScreens } from './audit/screen';
import { branchScreen } from './branches/screen';
import { categoryScreen } from './categories/screen';
import { censusScreen } from './census/screen';
import { counterScreen } from './counter/screen';
import { customerScreen } from './customers/screen';
import { deadLetterScreen } from './dead-letters/screen';
import { driftScreen } from './drifts/screen';
import { errorReportScreen } from './error-reports/screen';
import { invoiceScreen } from './invoices/screen';
import { loyaltyScreens } from './loyalty/screen';
import { mailScreen } from './mail/screen';
import { messageScreen } from './messages/screen';
import { orderScreen } from './orders/screen';
import { partnerScreens } from './partners/screen';
import { paymentScreen } from './payments/screen';
import { productScreen } from './products/screen';
import { reportScreens } from './reports/screen';
import { reviewScreen } from './reviews/screen';
import type { Screen } from './screen';
import { staffScreen } from './staff/screen';
import { stockScreen } from './stock/screen';
import { transferScreen } from './transfers/screen';

export const screens: readonly Screen[] = [
  counterScreen,
  orderScreen,
  customerScreen,
  invoiceScreen,
  productScreen,
  stockScreen,
  categoryScreen,
  branchScreen,
  censusScreen,
  paymentScreen,
  messageScreen,
  reviewScreen,
  errorReportScreen,
  alarmScreen,
  transferScreen,
  ...loyaltyScreens,
  ...partnerScreens,
  ...reportScreens,
  driftScreen,
  deadLetterScreen,
  ...auditScreens,
  mailScreen,
  staffScreen,
];
