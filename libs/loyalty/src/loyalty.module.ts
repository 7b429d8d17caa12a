/** Programmes of partners: their members, the points that these have, and what the partner hears of it. */
import { Module } from '@nestjs/common';
import { MessagingModule } from '@plaza/messaging';
import { PointsFiguresQueries } from './figures/points-figures.queries';
import { LedgerService } from './ledger/ledger.service';
import { Posting } from './ledger/posting';
import { MembersQueries } from './members/members.queries';
import { MembersService } from './members/members.service';
import { StatementQueries } from './members/statement.queries';
import { LiabilityQueries } from './programmes/liability.queries';
import { ProgrammeSettingsService } from './programmes/programme-settings.service';
import { Programmes } from './programmes/programmes';
import { ExpiryNoticesService } from './expiry/expiry-notices.service';
import { EarningQueries } from './rules/earning.queries';
import { EarningService } from './rules/earning.service';
import { SandboxService } from './sandbox/sandbox.service';
import { FollowerService } from './telling/follower.service';
import { PartnerEventsQueries } from './telling/partner-events.queries';
import { TiersService } from './tiers/tiers.service';

const face = [
  ...[LedgerService, MembersService, MembersQueries, StatementQueries],
  ...[ProgrammeSettingsService, LiabilityQueries, EarningService, EarningQueries],
  ...[SandboxService, TiersService, ExpiryNoticesService, FollowerService, PartnerEventsQueries],
  PointsFiguresQueries,
];

@Module({
  imports: [MessagingModule],
  providers: [...face, Programmes, Posting],
  exports: face,
})
export class LoyaltyModule {}
