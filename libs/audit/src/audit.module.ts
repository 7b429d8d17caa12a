/** Who changed and who read what, kept so that it can be shown. */
import { Module } from '@nestjs/common';
import { LogQueries } from './log.queries';

@Module({ providers: [LogQueries], exports: [LogQueries] })
export class AuditModule {}
