/** The REST face of loyalty: what partners do and see in their programmes, and staff for them. */
import { Module } from '@nestjs/common';
import { IdentityModule } from '@plaza/identity';
import { LoyaltyModule } from '@plaza/loyalty';
import { EventStreamModule } from '../http/event-stream';
import { MembersController } from './members.controller';
import { PartnerEventsController } from './partner-events.controller';
import { PartnerPoints } from './partner-points';
import { PartnerProgrammes } from './partner-programmes';
import { PointsController } from './points.controller';
import { ProgrammeController } from './programme.controller';
import { TotalsController } from './totals.controller';
import { WebhooksController } from './webhooks.controller';

@Module({
  imports: [LoyaltyModule, IdentityModule, EventStreamModule],
  controllers: [
    MembersController,
    PointsController,
    ProgrammeController,
    PartnerEventsController,
    WebhooksController,
    TotalsController,
  ],
  providers: [PartnerPoints, PartnerProgrammes],
})
export class LoyaltyHttpModule {}
