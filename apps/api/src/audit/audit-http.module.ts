/** The REST face of the audit log. */
import { Module } from '@nestjs/common';
import { AuditModule } from '@plaza/audit';
import { IdentityModule } from '@plaza/identity';
import { ActorNames } from './actor-names';
import { AuditController } from './audit.controller';

@Module({ imports: [AuditModule, IdentityModule], controllers: [AuditController], providers: [ActorNames] })
export class AuditHttpModule {}
