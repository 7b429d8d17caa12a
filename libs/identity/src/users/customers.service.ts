/** What staff do about customers. Whoever is no customer is nobody here. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, type Tx } from '@plaza/platform';
import { asIdentityRefusal, documentTakenBy, userUnknown } from '../identity.errors';
import { customerChanged, customerRegistered, IDENTITY_EVENTS, type IdentityFact } from '../identity.events';
import { SessionsService } from '../sessions/sessions.service';
import type { PersonChange, PersonView } from './person';
import { User } from './user.entity';
import { UsersQueries } from './users.queries';

/** A customer who stands at the counter; has no login until they register with a claim code. */
export interface CounterCustomer {
  fullName: string;
  documentNumber: string;
  email?: string | null;
}

@Injectable()
export class CustomersService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
    private readonly queries: UsersQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `identity.document-taken`, which names the customer who has it, `identity.email-taken` */
  async create({ email = null, ...details }: CounterCustomer): Promise<PersonView> {
    const noLogin = { username: null, passwordHash: null };
    const customer = new User({
      ...details,
      ...noLogin,
      email,
      role: 'customer',
      createdAt: this.clock.now(),
    });
    return this.recorded(async (tx) => {
      await this.refuseTaken(customer);
      await tx.insert(User, customer);
      await this.announce(tx, customerRegistered(customer.customerDetails()));
      return customer.view();
    });
  }

  /**
   * @throws PlazaError `identity.user-unknown`, `identity.document-taken`, which names the customer who has it,
   *   `identity.email-taken`
   */
  async change(customerId: string, change: PersonChange): Promise<PersonView> {
    return this.recorded(async (tx) => {
      const customer = await this.lock(tx, customerId);
      if (!customer.change(change)) return customer.view();
      await this.refuseTaken(customer);
      await tx.save(customer);
      await this.announce(tx, customerChanged(customer.customerDetails()));
      return customer.view();
    });
  }

  /**
   * From here on the customer cannot sign in, and every session of theirs has ended.
   * @throws PlazaError `identity.user-unknown`
   */
  async disable(customerId: string): Promise<PersonView> {
    return this.recorded(async (tx) => {
      const customer = await this.lock(tx, customerId);
      customer.disable(this.clock.now());
      await tx.save(customer);
      await this.sessions.endAllOf(tx, customerId, 'user-disabled');
      return customer.view();
    });
  }

  /** @throws PlazaError `identity.user-unknown` */
  async enable(customerId: string): Promise<PersonView> {
    return this.recorded(async (tx) => {
      const customer = await this.lock(tx, customerId);
      customer.enable();
      await tx.save(customer);
      return customer.view();
    });
  }

  private async recorded<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      throw asIdentityRefusal(error);
    }
  }

  /**
   * Asked ahead: once the database has refused, nothing can be asked in its transaction. Who is refused because two came at once is
   * told no name.
   */
  private async refuseTaken({ id, documentNumber }: User): Promise<void> {
    const holder = documentNumber ? await this.queries.byDocument(documentNumber) : undefined;
    if (holder?.role === 'customer' && holder.id !== id) throw documentTakenBy(holder.id);
  }

  private async lock(tx: Tx, id: string): Promise<User> {
    const customer = await tx.findOne(User, {
      where: { id, role: 'customer' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!customer) throw userUnknown();
    return customer;
  }

  private announce(tx: Tx, fact: IdentityFact): Promise<void> {
    return this.outbox.add(tx, IDENTITY_EVENTS, [{ fact, occurredAt: this.clock.now() }]);
  }
}
