/** Whether a partner is shut out: its programmes go on, and nobody is called for it until it is let in again. */
import { Injectable } from '@nestjs/common';
import { Signals } from '@plaza/platform';
import { PARTNER_EVENTS_SIGNAL } from '../loyalty.events';
import { Programmes } from './programmes';

export interface PartnerStandingTold {
  partnerId: string;
  isDisabled: boolean;
  /** When that was decided. */
  at: Date;
}

@Injectable()
export class PartnerStanding {
  constructor(
    private readonly programmes: Programmes,
    private readonly signals: Signals,
  ) {}

  /** What was decided later counts, in whatever order it is told, and told again it changes nothing. */
  tell({ partnerId, isDisabled, at }: PartnerStandingTold): Promise<void> {
    return this.programmes.write({ partnerId, mode: 'live' }, async (tx) => {
      await tx.query(
        `INSERT INTO loyalty.partners (partner_id, is_disabled, decided_at) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT partners_pk DO UPDATE
         SET is_disabled = excluded.is_disabled, decided_at = excluded.decided_at
         WHERE partners.decided_at < excluded.decided_at`,
        [partnerId, isDisabled, at],
      );
      this.signals.raiseAfterCommit(PARTNER_EVENTS_SIGNAL);
    });
  }
}
