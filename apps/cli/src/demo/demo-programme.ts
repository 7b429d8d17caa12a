/** The demo's loyalty programme, as its partner would have filled it. */
import { Injectable } from '@nestjs/common';
import { LedgerService, MembersService, type ProgrammeName } from '@plaza/loyalty';
import { dayMs, Clock } from '@plaza/platform';
import { existing } from './existing';
import { demoPartner } from './people';
import { demoMembers, demoMoves } from './programme';

const programme: ProgrammeName = { partnerId: demoPartner.partnerId, mode: 'live' };

@Injectable()
export class DemoProgramme {
  constructor(
    private readonly members: MembersService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<void> {
    for (const member of demoMembers) await existing(() => this.members.add(programme, member));
    for (const [at, { daysAgo, availableInMs, expiresInMs, ...move }] of demoMoves.entries()) {
      await existing(() =>
        this.ledger.post(programme, {
          ...move,
          sourceId: `demo-${String(at + 1)}`,
          occurredAt: this.in(-daysAgo * dayMs),
          ...(availableInMs !== undefined && { availableFrom: this.in(availableInMs) }),
          ...(expiresInMs !== undefined && { expiresAt: this.in(expiresInMs) }),
        }),
      );
    }
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}
