/** Who changed and who read what, kept so that it can be shown. */
import { Module } from '@nestjs/common';
import { LogQueries } from './log.queries';
import { RecordersCheck } from './recording/recorders-check';

@Module({ providers: [LogQueries, RecordersCheck], exports: [LogQueries] })
export class AuditModule {}
