/** Programmes of partners: their members, the points that these have, and what the partner hears of it. */
import { Module } from '@nestjs/common';
import { MessagingModule } from '@plaza/messaging';
import { Clock, SETTINGS, type Settings } from '@plaza/platform';
import { PointsFiguresQueries } from './figures/points-figures.queries';
import { ReconciledPointsQueries } from './figures/reconciled-points.queries';
import { LedgerService } from './ledger/ledger.service';
import { Posting } from './ledger/posting';
import { HoldsQueries } from './members/holds.queries';
import { MembersQueries } from './members/members.queries';
import { MembersService } from './members/members.service';
import { StatementQueries } from './members/statement.queries';
import { LiabilityQueries } from './programmes/liability.queries';
import { PartnerStanding } from './programmes/partner-standing.service';
import { ProgrammeSettingsService } from './programmes/programme-settings.service';
import { Programmes } from './programmes/programmes';
import { ExpiryNoticesService } from './expiry/expiry-notices.service';
import { EarningQueries } from './rules/earning.queries';
import { EarningService } from './rules/earning.service';
import { SandboxService } from './sandbox/sandbox.service';
import { FollowerService } from './telling/follower.service';
import { PartnerEventsQueries } from './telling/partner-events.queries';
import { TiersService } from './tiers/tiers.service';
import { ClickHouseTotals } from './totals/clickhouse-totals.client';
import { NoTotals } from './totals/no-totals.client';
import { TotalsLag } from './totals/totals-lag';
import { TotalsQueries } from './totals/totals.queries';
import { TotalsSeries } from './totals/totals-series';
import { TotalsService } from './totals/totals.service';
import { DeliveryTurns } from './webhooks/delivery-turns.service';
import { PastDeliveries } from './webhooks/past-deliveries.service';
import { SecretResealing } from './webhooks/secret-resealing.service';
import { WebhookCalls } from './webhooks/webhook-calls.service';
import { WebhookEndpoint } from './webhooks/webhook-endpoint';
import { HttpWebhookEndpoint } from './webhooks/webhook-endpoint.client';
import { WebhookMetrics } from './webhooks/webhook-metrics';
import { WebhookQueue } from './webhooks/webhook-queue';
import { WebhooksQueries } from './webhooks/webhooks.queries';
import { WebhooksService } from './webhooks/webhooks.service';

const face = [
  ...[LedgerService, MembersService, MembersQueries, StatementQueries, HoldsQueries],
  ...[ProgrammeSettingsService, PartnerStanding, LiabilityQueries, EarningService, EarningQueries],
  ...[SandboxService, TiersService, ExpiryNoticesService, FollowerService, PartnerEventsQueries],
  ...[PointsFiguresQueries, ReconciledPointsQueries],
  ...[WebhooksService, WebhooksQueries, WebhookCalls, PastDeliveries, SecretResealing],
  ...[TotalsService, TotalsQueries],
];

const endpoint = {
  provide: WebhookEndpoint,
  inject: [SETTINGS],
  useFactory: ({ webhooks }: Settings) => new HttpWebhookEndpoint(webhooks),
};

const series = {
  provide: TotalsSeries,
  inject: [SETTINGS, Clock],
  useFactory: ({ clickhouse }: Settings, clock: Clock) =>
    clickhouse ? new ClickHouseTotals(clickhouse, clock) : new NoTotals(),
};

@Module({
  imports: [MessagingModule],
  providers: [
    ...face,
    Programmes,
    Posting,
    DeliveryTurns,
    WebhookQueue,
    WebhookMetrics,
    TotalsLag,
    endpoint,
    series,
  ],
  exports: face,
})
export class LoyaltyModule {}
