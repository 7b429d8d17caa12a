/** The REST face of the audit log. */
import { Module } from '@nestjs/common';
import { AuditModule } from '@plaza/audit';
import { AuditController } from './audit.controller';

@Module({ imports: [AuditModule], controllers: [AuditController] })
export class AuditHttpModule {}
