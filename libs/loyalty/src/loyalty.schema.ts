import type { ContextSchema } from '@plaza/platform';
import { Ledger1763600000060 } from './migrations/1-ledger';
import { PointsMoved1764300000441 } from './migrations/2-points-moved';
import { Earning1764500000050 } from './migrations/3-earning';
import { Tiers1764500000051 } from './migrations/4-tiers';
import { Sandbox1764500000052 } from './migrations/5-sandbox';
import { ExpiryNotices1764500000053 } from './migrations/6-expiry-notices';
import { Webhooks1764500000060 } from './migrations/7-webhooks';
import { Totals1764500000061 } from './migrations/8-totals';
import { EarningInForce1764700000610 } from './migrations/9-earning-in-force';
import { Partners1764700000612 } from './migrations/10-partners';
import { EndedSandboxes1764700000613 } from './migrations/11-ended-sandboxes';
import { RowsToldTogether1764900000772 } from './migrations/12-rows-told-together';
import { PointsCounted1764900000776 } from './migrations/13-points-counted';
import { ExpiryTold1765000000840 } from './migrations/14-expiry-told';
import { LongestWaitingFirst1765000000841 } from './migrations/15-longest-waiting-first';
import { ProgrammesByPages1765000000842 } from './migrations/16-programmes-by-pages';
import { EarlierSecrets1765000000843 } from './migrations/17-earlier-secrets';
import { PointsSummed1765000000844 } from './migrations/18-points-summed';

export const loyaltySchema: ContextSchema = {
  schema: 'loyalty',
  migrations: [
    Ledger1763600000060,
    PointsMoved1764300000441,
    Earning1764500000050,
    Tiers1764500000051,
    Sandbox1764500000052,
    ExpiryNotices1764500000053,
    Webhooks1764500000060,
    Totals1764500000061,
    EarningInForce1764700000610,
    Partners1764700000612,
    EndedSandboxes1764700000613,
    RowsToldTogether1764900000772,
    PointsCounted1764900000776,
    ExpiryTold1765000000840,
    LongestWaitingFirst1765000000841,
    ProgrammesByPages1765000000842,
    EarlierSecrets1765000000843,
    PointsSummed1765000000844,
  ],
  appendOnly: ['entries', 'events'],
  audited: {
    programmes: {},
    earning_rules: {},
    members: { often: true },
    entries: { member: 'act_id', often: true },
    webhooks: {
      masked: ['secret_sealed', 'previous_secret_sealed', 'earlier_secrets_sealed'],
      plain: ['previous_secret_until'],
    },
  },
  notAudited: {
    accounts:
      'What lies in an account follows from its entries, every one of which is kept; what was told of it is in the events',
    news: 'What entries mean, until it was followed',
    partners: 'What was decided elsewhere, where it is audited',
    taken_back: 'Which refunds were looked at: what was taken for them are entries',
    followed: 'How far the news were followed',
    events: 'What a partner was told, which follows from entries and is never changed',
    webhook_progress: 'How far a webhook is with the events',
    deliveries: 'What is due to a webhook, which follows from the events',
    delivery_attempts: 'A log of its own: every call and what came of it',
  },
};
