/** Gives out claim codes and takes them back, each for one login. */
import { Injectable } from '@nestjs/common';
import { Clock, Database, Sealing, type Tx } from '@plaza/platform';
import { customerDisabled, loginExists, userUnknown } from '../identity.errors';
import { ClaimCode, newClaimCode, normalisedClaimCode } from './claim-code.entity';
import { User } from './user.entity';

export interface IssuedClaimCode {
  /** Told this once. */
  code: string;
  expiresAt: Date;
}

@Injectable()
export class ClaimCodes {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * A new code for a counter customer; the one before is void.
   * @throws PlazaError `identity.user-unknown`, `identity.login-exists`, `identity.customer-disabled`
   */
  async issue(customerId: string): Promise<IssuedClaimCode> {
    const code = newClaimCode();
    return this.database.transaction(async (tx) => {
      const customer = await tx.findOne(User, {
        where: { id: customerId, role: 'customer' },
        lock: { mode: 'pessimistic_write' },
      });
      if (!customer) throw userUnknown();
      if (customer.hasLogin) throw loginExists();
      if (!customer.mayBeClaimed) throw customerDisabled();
      const fingerprint = this.fingerprint(code);
      const issued = new ClaimCode({ customerId, fingerprint, issuedAt: this.clock.now() });
      await tx.upsert(ClaimCode, issued, ['customerId']);
      return { code, expiresAt: issued.expiresAt };
    });
  }

  /**
   * Uses up the code of a customer whose row the transaction has locked. A wrong attempt is noted, and has to be committed.
   * @returns false when this is not their living code
   */
  async redeem(tx: Tx, customerId: string, typed: string): Promise<boolean> {
    const living = await tx.findOne(ClaimCode, {
      where: { customerId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!living?.livesAt(this.clock.now())) return false;
    if (living.accepts(this.fingerprint(typed))) {
      await tx.delete(ClaimCode, { customerId });
      return true;
    }
    await tx.update(ClaimCode, { customerId }, { wrongAttempts: living.wrongAttempts });
    return false;
  }

  private fingerprint(code: string): Buffer {
    return this.sealing.fingerprint(`claim code ${normalisedClaimCode(code)}`);
  }
}
