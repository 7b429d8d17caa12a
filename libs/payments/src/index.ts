export * from './payments.events';
export * from './payments.module';
export * from './payments.queries';
export * from './payments.schema';
export * from './payments.service';
export * from './accounts/accounts.service';
export * from './accounts/parked-payments.service';
export * from './gateway/gateway-calls.service';
export * from './gateway/open-signal';
export * from './messages/census.queries';
export * from './messages/message-feed.service';
export * from './messages/message-story.queries';
export * from './messages/messages.queries';
export * from './messages/stream-status.queries';
export * from './replay/replays.service';
export * from './reports/error-reports.service';
export * from './requests/counter-payments.service';
export * from './requests/requests.service';
export { outcomes, type Outcome, type PaymentStatus } from './messages/outcome';
export { paymentTypes, type PaymentType } from './messages/payment-message';
export {
  replayableOutcomes,
  type Place,
  type ReplayableOutcome,
  type ReplayFilter,
} from './replay/kept-messages';
export type { ReplayCount, ReplayedMessage } from './replay/replay-counts';
export type { LocalRange } from './messages/local-log';
export type { Page } from './reading/cursor';
export { shownStatuses, type ShownStatus } from './shown-status';
export { unframeMessage, type FramedMessage } from './messages/message-framing';
