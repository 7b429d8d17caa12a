/** How a customer comes to have a login: as somebody new, or as the customer whom staff entered at the counter. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, InvalidInput, RecordedRefusal, type Tx } from '@plaza/platform';
import { asIdentityRefusal, documentTaken, nothingToClaim } from '../identity.errors';
import { customerChanged, customerRegistered, IDENTITY_EVENTS, type IdentityFact } from '../identity.events';
import { acceptablePassword } from '../passwords/password';
import { PasswordHashing } from '../passwords/password-hashing';
import { ClaimCodes } from './claim-codes.service';
import { normalisedDocument, type LoginProfile } from './person';
import { User, type Login } from './user.entity';

export interface Registration {
  username: string;
  email: string;
  password: string;
  fullName?: string | null;
  documentNumber?: string | null;
  /** Issued by staff to the customer whose document number this is. */
  claimCode?: string | null;
}

type HashedRegistration = Omit<Registration, 'password'> & Login;

@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly hashing: PasswordHashing,
    private readonly claimCodes: ClaimCodes,
    private readonly clock: Clock,
  ) {}

  /**
   * A document number that is known is refused alike, whether its customer has a login, no code lives or another one was given.
   * @throws PlazaError `identity.password-refused`; `identity.username-taken`, `identity.email-taken` or
   *   `identity.document-taken`; `identity.nothing-to-claim` for a code with a document number that nobody has
   */
  async register({ password, ...details }: Registration): Promise<LoginProfile> {
    if (details.claimCode && !details.documentNumber) throw documentNeeded();
    const passwordHash = await this.hashing.hash(acceptablePassword(password));
    const registration = { ...details, passwordHash };
    try {
      return await this.database.transaction(async (tx) => {
        const known = await this.lockByDocument(tx, details.documentNumber);
        if (known) return this.claim(tx, known, registration);
        if (details.claimCode) throw nothingToClaim();
        return this.create(tx, registration);
      });
    } catch (error) {
      throw asIdentityRefusal(error);
    }
  }

  private async create(tx: Tx, registration: HashedRegistration): Promise<LoginProfile> {
    const user = new User({ ...registration, role: 'customer', createdAt: this.clock.now() });
    await tx.insert(User, user);
    await this.announce(tx, customerRegistered(user.customerDetails()));
    return user.loginProfile();
  }

  /** The row stays the same, and with it everything that this customer ever bought. */
  private async claim(
    tx: Tx,
    customer: User,
    { claimCode, fullName, ...login }: HashedRegistration,
  ): Promise<LoginProfile> {
    if (!customer.mayBeClaimed || !claimCode) throw documentTaken();
    if (!(await this.claimCodes.redeem(tx, customer.id, claimCode))) {
      const { kind, code, message } = documentTaken();
      throw new RecordedRefusal(kind, code, message);
    }
    customer.receiveLogin(login, fullName);
    await tx.save(customer);
    await this.announce(tx, customerChanged(customer.customerDetails()));
    return customer.loginProfile();
  }

  private async lockByDocument(tx: Tx, documentNumber: string | null | undefined): Promise<User | null> {
    if (!documentNumber) return null;
    return tx.findOne(User, {
      where: { documentNumber: normalisedDocument(documentNumber) },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private announce(tx: Tx, fact: IdentityFact): Promise<void> {
    return this.outbox.add(tx, IDENTITY_EVENTS, [{ fact, occurredAt: this.clock.now() }]);
  }
}

function documentNeeded(): InvalidInput {
  return new InvalidInput([{ pointer: '/documentNumber', detail: 'is needed with a claim code' }]);
}
