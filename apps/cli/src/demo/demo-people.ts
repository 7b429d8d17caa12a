/** The demo's staff, customers and machine clients. */
import { Injectable } from '@nestjs/common';
import {
  ClientsService,
  CustomersService,
  PartnersService,
  RegistrationService,
  UsersQueries,
  UsersService,
} from '@plaza/identity';
import { existing } from './existing';
import { demoCounterCustomer, demoCustomers, demoPartner, demoStaff } from './people';

/** With what the gateway simulator proves itself where it delivers payment messages over HTTP. */
export interface FeedCredentials {
  feedClientId: string;
  feedSecret: string;
}

@Injectable()
export class DemoPeople {
  constructor(
    private readonly users: UsersService,
    private readonly queries: UsersQueries,
    private readonly registration: RegistrationService,
    private readonly customers: CustomersService,
    private readonly clients: ClientsService,
    private readonly partners: PartnersService,
  ) {}

  async areThere(): Promise<boolean> {
    const last = demoCustomers.at(-1);
    return last !== undefined && (await this.queries.byUsername(last.username)) !== undefined;
  }

  async load(): Promise<void> {
    for (const person of demoStaff)
      await this.users.createStaff({ ...person, email: emailOf(person.username) });
    await existing(() => this.customers.create(demoCounterCustomer));
    for (const { username, password, fullName, document } of demoCustomers) {
      const customer = { username, password, fullName, email: emailOf(username), documentNumber: document };
      await existing(() => this.registration.register(customer));
    }
  }

  async ensureClients({ feedClientId, feedSecret }: FeedCredentials): Promise<void> {
    const simulator = { name: 'Gateway simulator', scopes: ['payments:feed'], partnerId: null };
    await this.clients.ensure({ ...simulator, clientId: feedClientId, secret: feedSecret });
    await this.partners.ensure({ id: demoPartner.partnerId, name: demoPartner.name });
    await this.clients.ensure({ ...demoPartner, scopes: [...demoPartner.scopes] });
  }
}

function emailOf(username: string): string {
  return `${username}@example.org`;
}
