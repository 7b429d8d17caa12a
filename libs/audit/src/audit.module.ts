/** Who changed and who read what, kept so that it can be shown. */
import { Module } from '@nestjs/common';
import { AuditMetrics } from './audit-metrics';
import { LogQueries } from './log.queries';
import { MonthsService } from './months.service';
import { ReadLog } from './reads/read-log';
import { ReadsSubscriber } from './reads/reads-subscriber';
import { RecordersCheck } from './recording/recorders-check';
import { SealsQueries } from './seals/seals.queries';
import { SealsService } from './seals/seals.service';
import { VerificationService } from './seals/verification.service';

const forOthers = [LogQueries, SealsQueries, SealsService, VerificationService, MonthsService];

@Module({
  providers: [...forOthers, RecordersCheck, ReadLog, ReadsSubscriber, AuditMetrics],
  exports: forOthers,
})
export class AuditModule {}
