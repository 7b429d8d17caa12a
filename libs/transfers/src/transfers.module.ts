/** Wires transfers. Without an address nothing is followed or worked; what is known can still be asked. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MessagingModule } from '@plaza/messaging';
import { SETTINGS, type Settings } from '@plaza/platform';
import { RecordNoting } from './records/noting.service';
import { TransferImports } from './records/record-imports.service';
import { TransferRecord } from './records/transfer-record.entity';
import { Screening } from './screening/screening';
import { ScreeningClient } from './screening/screening.client';
import { TransferFollowing } from './source/following.service';
import { RealtimeDatabase } from './source/realtime-database.client';
import { TransferSource } from './source/transfer-source';
import { Subscription } from './subscriptions/subscription.entity';
import { SubscriptionsQueries } from './subscriptions/subscriptions.queries';
import { SubscriptionsService } from './subscriptions/subscriptions.service';
import { TransferRecords } from './transfers.queries';
import { WaitingRecordMetrics } from './waiting-record-metrics';
import { EvidenceQueries } from './working/evidence.queries';
import { Leases } from './working/leases';
import { RecordQueue } from './working/record-queue.service';
import { RecordSettlement } from './working/record-settlement';
import { RecordWork } from './working/record-work.service';
import { SingleRecord } from './working/single-record.service';
import { StreamAsking } from './working/stream-asking.service';

@Module({
  imports: [MessagingModule, TypeOrmModule.forFeature([TransferRecord, Subscription])],
  providers: [
    EvidenceQueries,
    Leases,
    RecordNoting,
    RecordQueue,
    RecordSettlement,
    RecordWork,
    SingleRecord,
    StreamAsking,
    SubscriptionsQueries,
    SubscriptionsService,
    TransferFollowing,
    TransferImports,
    TransferRecords,
    WaitingRecordMetrics,
    {
      provide: TransferSource,
      inject: [SETTINGS],
      useFactory: ({ transfers }: Settings) => new RealtimeDatabase(transfers.source),
    },
    {
      provide: Screening,
      inject: [SETTINGS],
      useFactory: ({ screening }: Settings) => new ScreeningClient(screening),
    },
  ],
  exports: [
    EvidenceQueries,
    RecordQueue,
    SingleRecord,
    SubscriptionsQueries,
    SubscriptionsService,
    TransferFollowing,
    TransferImports,
    TransferRecords,
  ],
})
export class TransfersModule {}
