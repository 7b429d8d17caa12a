/** Wires the payments context. Where Kafka is configured payments go out on it, else to the local log. */
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { connectKafka, MessagingModule } from '@plaza/messaging';
import { LOGGER, SETTINGS, type PlazaLogger, type Settings } from '@plaza/platform';
import { AccountsQueries } from './accounts/accounts.queries';
import { AccountsService } from './accounts/accounts.service';
import { ParkedPayments } from './accounts/parked-payments.service';
import { Alarms } from './alarms/alarms.service';
import { BacklogMetrics } from './backlog-metrics';
import { PaymentFiguresQueries } from './figures/payment-figures.queries';
import { ReconciledPaymentsQueries } from './figures/reconciled-payments.queries';
import { Attempts } from './gateway/attempts';
import { Claims } from './gateway/claims';
import { Gateway } from './gateway/gateway';
import { GatewayCalls } from './gateway/gateway-calls.service';
import { GatewayPace } from './gateway/gateway-pace';
import { GatewayClient } from './gateway/gateway.client';
import { SettlementRecord } from './gateway/settlement-record';
import { ForgottenMessages } from './intake/forgotten-messages.service';
import { IntakeRecord } from './intake/intake-record';
import { PartitionIntake } from './intake/partition-intake';
import { CensusMetrics } from './messages/census-metrics';
import { CensusQueries } from './messages/census.queries';
import { MessageFeed } from './messages/message-feed.service';
import { MessageStories } from './messages/message-story.queries';
import { MessagesQueries } from './messages/messages.queries';
import { StreamStatusQueries } from './messages/stream-status.queries';
import { Tallies } from './messages/tallies.service';
import { PaymentsQueries } from './payments.queries';
import { PaymentsService } from './payments.service';
import { RefundCalls } from './refunds/refund-calls.service';
import { RefundRecord } from './refunds/refund-record';
import { RefundsQueries } from './refunds/refunds.queries';
import { Refunds } from './refunds/refunds.service';
import { ReplayRecord } from './replay/replay-record';
import { Replays } from './replay/replays.service';
import { ErrorLog } from './reports/error-log';
import { ErrorLogClient } from './reports/error-log.client';
import { ErrorReports } from './reports/error-reports.service';
import { CounterPayments } from './requests/counter-payments.service';
import { KafkaPaymentStream } from './requests/kafka-payment-stream.client';
import { LocalPaymentStream } from './requests/local-payment-stream.client';
import { PaymentStream } from './requests/payment-stream';
import { RequestsService } from './requests/requests.service';
import { OpeningQueries } from './sealing/opening.queries';
import { Resealing } from './sealing/resealing.service';
import { Screening } from './screening/screening';
import { ScreeningClient } from './screening/screening.client';
import { ScreeningRecord } from './screening/screening-record';
import { ScreeningsQueries } from './screening/screenings.queries';
import { Screenings } from './screening/screenings.service';
import { ReviewsQueries } from './review/reviews.queries';
import { Reviews } from './review/reviews.service';

@Module({
  imports: [MessagingModule],
  providers: [
    AccountsQueries,
    AccountsService,
    Alarms,
    Attempts,
    BacklogMetrics,
    CensusMetrics,
    CensusQueries,
    Claims,
    CounterPayments,
    ErrorReports,
    ForgottenMessages,
    GatewayCalls,
    GatewayPace,
    IntakeRecord,
    MessageFeed,
    MessageStories,
    MessagesQueries,
    ParkedPayments,
    PartitionIntake,
    PaymentFiguresQueries,
    PaymentsQueries,
    PaymentsService,
    ReconciledPaymentsQueries,
    RefundCalls,
    RefundRecord,
    Refunds,
    RefundsQueries,
    ReplayRecord,
    Replays,
    RequestsService,
    OpeningQueries,
    Resealing,
    Reviews,
    ReviewsQueries,
    ScreeningRecord,
    Screenings,
    ScreeningsQueries,
    SettlementRecord,
    StreamStatusQueries,
    Tallies,
    {
      provide: Gateway,
      inject: [SETTINGS],
      useFactory: ({ gateway }: Settings) => new GatewayClient(gateway),
    },
    {
      provide: Screening,
      inject: [SETTINGS],
      useFactory: ({ screening }: Settings) => (screening ? new ScreeningClient(screening) : null),
    },
    {
      provide: ErrorLog,
      inject: [SETTINGS],
      useFactory: ({ errorLog }: Settings) => new ErrorLogClient(errorLog.url),
    },
    {
      provide: PaymentStream,
      inject: [SETTINGS, PaymentsService, LOGGER],
      useFactory: ({ kafka }: Settings, payments: PaymentsService, logger: PlazaLogger) =>
        kafka
          ? new KafkaPaymentStream(connectKafka(kafka, 'plaza-payments', logger), kafka.topicNames)
          : new LocalPaymentStream(payments),
    },
  ],
  exports: [
    AccountsQueries,
    AccountsService,
    Alarms,
    CensusQueries,
    CounterPayments,
    ErrorReports,
    ForgottenMessages,
    GatewayCalls,
    MessageFeed,
    MessageStories,
    MessagesQueries,
    ParkedPayments,
    PaymentFiguresQueries,
    PaymentsQueries,
    PaymentsService,
    ReconciledPaymentsQueries,
    RefundCalls,
    Refunds,
    RefundsQueries,
    Replays,
    RequestsService,
    OpeningQueries,
    Resealing,
    Reviews,
    ReviewsQueries,
    ScreeningsQueries,
    StreamStatusQueries,
    Tallies,
  ],
})
export class PaymentsModule implements OnApplicationShutdown {
  constructor(
    @Inject(PaymentStream) private readonly stream: PaymentStream,
    @Inject(Gateway) private readonly gateway: Gateway,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.stream instanceof KafkaPaymentStream) await this.stream.close();
    if (this.gateway instanceof GatewayClient) this.gateway.close();
  }
}
