export * from './loyalty.module';
export * from './loyalty.schema';
export * from './loyalty.events';
export type { ProgrammeMode, ProgrammeName, Thresholds } from './programmes/programme';
export { PartnerStanding } from './programmes/partner-standing.service';
export * from './programmes/programme-settings.service';
export { LiabilityQueries, type ExpiringPoints, type Liability } from './programmes/liability.queries';
export * from './figures/points-figures.queries';
export * from './figures/reconciled-points.queries';
export { categories, type Category } from './ledger/act';
export type {
  Accrue,
  Capture,
  Command,
  Hold,
  Posted,
  Redeem,
  Release,
  Reverse,
  TakeBack,
  Transfer,
} from './ledger/commands';
export { LedgerService } from './ledger/ledger.service';
export { partnerEventTypes, type PartnerEventType } from './ledger/news';
export { actPointsMax } from './ledger/points';
export { orderUnknown, orderUnpriced } from './loyalty.errors';
export { HoldsQueries, type HoldView } from './members/holds.queries';
export type { MemberView } from './members/member-view';
export { MembersQueries, type BalanceView, type MemberFilter } from './members/members.queries';
export { MembersService, type NewMember } from './members/members.service';
export { StatementQueries, type EntryView, type StatementFilter } from './members/statement.queries';
export { ExpiryNoticesService, expiryNoticeDaysMax } from './expiry/expiry-notices.service';
export {
  earn,
  purchasedLines,
  type Earned,
  type EarnedLine,
  type Purchase,
  type PurchasedLine,
} from './rules/earn';
export {
  earningLimits,
  roundings,
  type EarningRules,
  type Multiplier,
  type Rounding,
} from './rules/earning-rules';
export { EarningQueries, type TriedPurchase } from './rules/earning.queries';
export {
  EarningService,
  type GivenBack,
  type PaidOrder,
  type ProgrammeOfCustomer,
  type UnpaidPoints,
} from './rules/earning.service';
export { aheadMsMax, SandboxService, type ClockMove, type SandboxClock } from './sandbox/sandbox.service';
export { FollowerService } from './telling/follower.service';
export * from './telling/partner.events';
export type { PartnerEvent } from './telling/partner-event';
export { tierLimits, type TierLevel, type Tiers } from './tiers/tiers';
export { TiersService } from './tiers/tiers.service';
export { PartnerEventsQueries } from './telling/partner-events.queries';
export {
  TotalsQueries,
  totalIntervals,
  type TotalInterval,
  type TotalsWish,
  type TotalView,
} from './totals/totals.queries';
export { TotalsService } from './totals/totals.service';
export { PastDeliveries } from './webhooks/past-deliveries.service';
export { SecretResealing, type ResealedSecrets } from './webhooks/secret-resealing.service';
export {
  deliveryStatuses,
  urlCharactersMax,
  webhookStatuses,
  type DeliveryStatus,
  type WantedWebhook,
  type WebhookStatus,
  type WebhookView,
} from './webhooks/webhook';
export { WebhookCalls } from './webhooks/webhook-calls.service';
export { webhookLanes } from './webhooks/webhook-queue';
export {
  WebhooksQueries,
  type AttemptView,
  type DeliveryFilter,
  type DeliveryView,
} from './webhooks/webhooks.queries';
export {
  replayedMax,
  WebhooksService,
  type RotatedWebhookSecret,
  type WebhookChange,
  type WebhookSecret,
} from './webhooks/webhooks.service';
