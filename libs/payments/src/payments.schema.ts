import type { ContextSchema } from '@plaza/platform';
import { Accounts1763600000040 } from './migrations/1-accounts';
import { Messages1763600000041 } from './migrations/2-messages';
import { Payments1763600000042 } from './migrations/3-payments';
import { Requests1763600000043 } from './migrations/4-requests';
import { ErrorReports1763600000044 } from './migrations/5-error-reports';
import { Replays1763600000046 } from './migrations/6-replays';
import { Tallies1764300000341 } from './migrations/7-tallies';
import { Alarms1764300000342 } from './migrations/8-alarms';
import { Review1764300000351 } from './migrations/9-review';
import { Refunds1764300000352 } from './migrations/10-refunds';
import { Screenings1764300000353 } from './migrations/11-screenings';
import { SettledRefunds1764700000611 } from './migrations/12-settled-refunds';
import { TracesOfRequests1764700000671 } from './migrations/13-traces-of-requests';
import { RefusedReports1764700000791 } from './migrations/14-refused-reports';
import { PaymentsByType1764900000771 } from './migrations/15-payments-by-type';
import { PaymentsOfAnAccount1764900000773 } from './migrations/16-payments-of-an-account';

export const paymentsSchema: ContextSchema = {
  schema: 'payments',
  migrations: [
    Accounts1763600000040,
    Messages1763600000041,
    Payments1763600000042,
    Requests1763600000043,
    ErrorReports1763600000044,
    Replays1763600000046,
    Tallies1764300000341,
    Alarms1764300000342,
    Review1764300000351,
    Refunds1764300000352,
    Screenings1764300000353,
    SettledRefunds1764700000611,
    TracesOfRequests1764700000671,
    RefusedReports1764700000791,
    PaymentsByType1764900000771,
    PaymentsOfAnAccount1764900000773,
  ],
  appendOnly: ['replays', 'replayed_messages', 'screenings'],
  audited: {
    accounts: { member: 'customer_id', often: true },
    messages: { masked: ['sealed'], member: 'payment_id', often: true },
    payments: {
      masked: ['card_fingerprint', 'card_sealed'],
      plain: ['card_last4'],
      member: 'payment_id',
      often: true,
    },
    attempts: { member: 'payment_id', often: true },
    requests: { masked: ['card_fingerprint'], member: 'payment_id' },
    error_reports: { member: 'payment_id' },
    replays: {},
    replayed_messages: {},
    reviews: { member: 'payment_id' },
    refunds: { member: 'payment_id' },
    refund_attempts: {},
    screenings: { member: 'payment_id' },
    alarms: {},
    incarnations: {},
  },
  notAudited: {
    local_log: 'The next offset of each partition; the messages that took the others stand in messages',
    tallies: 'Counts of the messages, which are kept themselves',
  },
};
