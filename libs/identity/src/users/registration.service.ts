/** How a customer comes to have a login. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database } from '@plaza/platform';
import { asIdentityRefusal } from '../identity.errors';
import { IDENTITY_EVENTS } from '../identity.events';
import { acceptablePassword } from '../passwords/password';
import { PasswordHashing } from '../passwords/password-hashing';
import { User, type Profile } from './user.entity';

export interface Registration {
  username: string;
  email: string;
  password: string;
  fullName?: string | null;
  documentNumber?: string | null;
}

@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly hashing: PasswordHashing,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws PlazaError `identity.password-refused`; `identity.username-taken`, `identity.email-taken` or
   *   `identity.document-taken`
   */
  async register({ password, ...details }: Registration): Promise<Profile> {
    const passwordHash = await this.hashing.hash(acceptablePassword(password));
    const at = this.clock.now();
    const user = new User({ ...details, passwordHash, role: 'customer', createdAt: at });
    try {
      await this.database.transaction(async (tx) => {
        await tx.insert(User, user);
        const fact = { type: 'customer-registered', key: user.id, data: user.customerDetails() };
        await this.outbox.add(tx, IDENTITY_EVENTS, [{ fact, occurredAt: at }]);
      });
    } catch (error) {
      throw asIdentityRefusal(error);
    }
    return user.profile();
  }
}
