/** Who changed and who read what, kept so that it can be shown. */
import { Module } from '@nestjs/common';
import { LogQueries } from './log.queries';
import { ReadLog } from './reads/read-log';
import { ReadsSubscriber } from './reads/reads-subscriber';
import { RecordersCheck } from './recording/recorders-check';

@Module({ providers: [LogQueries, RecordersCheck, ReadLog, ReadsSubscriber], exports: [LogQueries] })
export class AuditModule {}
