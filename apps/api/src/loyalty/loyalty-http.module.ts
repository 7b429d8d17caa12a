/** The REST face of loyalty: what partners do and see in their programmes, and staff for them. */
import { Module } from '@nestjs/common';
import { CatalogModule } from '@plaza/catalog';
import { IdentityModule } from '@plaza/identity';
import { LoyaltyModule } from '@plaza/loyalty';
import { OrdersModule } from '@plaza/orders';
import { EventStreamModule } from '../http/event-stream';
import { EarningTrials } from './earning-trials';
import { MemberCustomersController } from './member-customers.controller';
import { MembersController } from './members.controller';
import { PartnerEventsController } from './partner-events.controller';
import { PartnerPoints } from './partner-points';
import { PartnerProgrammes } from './partner-programmes';
import { PointsController } from './points.controller';
import { ProgrammeController } from './programme.controller';
import { ProgrammesController } from './programmes.controller';
import { RulesController } from './rules.controller';
import { SandboxController } from './sandbox.controller';
import { TotalsController } from './totals.controller';
import { WebhooksController } from './webhooks.controller';

@Module({
  imports: [LoyaltyModule, IdentityModule, CatalogModule, OrdersModule, EventStreamModule],
  controllers: [
    ...[MembersController, MemberCustomersController, PointsController],
    ...[
      ProgrammesController,
      ProgrammeController,
      RulesController,
      SandboxController,
      PartnerEventsController,
    ],
    ...[TotalsController, WebhooksController],
  ],
  providers: [EarningTrials, PartnerPoints, PartnerProgrammes],
})
export class LoyaltyHttpModule {}
