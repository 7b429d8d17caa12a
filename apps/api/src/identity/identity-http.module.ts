/** Identity's REST face, and what the guard of all routes needs to recognise callers. */
import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule, Revocations, REVOKED_SIGNAL } from '@plaza/identity';
import { Loops } from '@plaza/platform';
import { AccessTokenStrategy } from './access-token.strategy';
import { CustomersController } from './customers.controller';
import { IdentityController } from './identity.controller';
import { OAuthController } from './oauth.controller';
import { StaffController } from './staff.controller';
import { PartnersController } from './partners.controller';

/** A signal that was lost may delay what another process revoked by this much, and not by a second. */
const lookEveryMs = 500;

@Module({
  imports: [IdentityModule],
  controllers: [
    IdentityController,
    CustomersController,
    StaffController,
    OAuthController,
    PartnersController,
  ],
  providers: [AccessTokenStrategy],
  exports: [IdentityModule],
})
export class IdentityHttpModule implements OnModuleInit {
  constructor(
    private readonly revocations: Revocations,
    private readonly loops: Loops,
  ) {}

  /** Before the first request it is known which tokens are void. */
  async onModuleInit(): Promise<void> {
    const learn = () => this.revocations.learn();
    while (await learn());
    this.loops.add({ name: 'learn-revocations', everyMs: lookEveryMs, wakeOn: REVOKED_SIGNAL, work: learn });
  }
}
