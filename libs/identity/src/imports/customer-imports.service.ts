/** Customers who come from the files of others, many at a time. Who is here already, by the document number, stays as they are. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, type Tx } from '@plaza/platform';
import { customerRegistered, IDENTITY_EVENTS } from '../identity.events';
import { normalisedDocument, type UserRole } from '../users/person';
import { User } from '../users/user.entity';

export interface GivenCustomer {
  documentNumber: string;
  fullName: string | null;
  email: string | null;
  /** The id under which the legacy shop knew them. */
  legacyId?: number;
}

/** New, here with the same content, here with other content, which stays, or not to be had. */
export type CustomerOutcome = 'created' | 'same' | 'different' | 'email-taken' | 'no-customer';

interface Known {
  id: string;
  documentNumber: string;
  role: UserRole;
  fullName: string | null;
  email: string | null;
}

@Injectable()
export class CustomerImports {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param given each document number once
   * @returns what became of each, in this order
   */
  async bring(
    given: readonly GivenCustomer[],
    { dryRun = false }: { dryRun?: boolean } = {},
  ): Promise<CustomerOutcome[]> {
    if (given.length === 0) return [];
    return this.database.transaction(async (tx) => {
      const created = dryRun ? new Set<string>() : await this.create(tx, given);
      const known = await knownBy(tx, given);
      if (!dryRun) await remember(tx, given, known);
      const taken = dryRun ? await takenEmails(tx, given) : new Set<string>();
      return given.map((customer) => {
        const there = known.get(normalisedDocument(customer.documentNumber));
        if (!there) return dryRun && !taken.has(customer.email ?? '') ? 'created' : 'email-taken';
        return created.has(there.id) ? 'created' : comparison(customer, there);
      });
    });
  }

  /** Those of the legacy shop's customers that were brought in, by the id that they had there. */
  async ofLegacyShop(legacyIds: readonly number[]): Promise<Map<number, string>> {
    const rows = await this.database.read<{ legacyId: string; customerId: string }>(
      `SELECT legacy_id AS "legacyId", customer_id AS "customerId" FROM identity.legacy_customers
       WHERE legacy_id = ANY ($1::bigint[])`,
      [legacyIds],
    );
    return new Map(rows.map(({ legacyId, customerId }) => [Number(legacyId), customerId]));
  }

  /** @returns the ids of those that were not there */
  private async create(tx: Tx, given: readonly GivenCustomer[]): Promise<Set<string>> {
    const now = this.clock.now();
    const noLogin = { username: null, passwordHash: null, role: 'customer' } as const;
    const fresh = given.map((each) => new User({ ...each, ...noLogin, createdAt: now }));
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO identity.users (id, email, role, full_name, document_number, created_at)
       SELECT id, email, 'customer', full_name, document_number, $1
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS fresh (id, email, full_name, document_number)
       ORDER BY document_number
       ON CONFLICT DO NOTHING
       RETURNING id`,
      [
        now,
        fresh.map(({ id }) => id),
        fresh.map(({ email }) => email),
        fresh.map(({ fullName }) => fullName),
        fresh.map(({ documentNumber }) => documentNumber),
      ],
    );
    const created = new Set(rows.map(({ id }) => id));
    const announcements = fresh
      .filter(({ id }) => created.has(id))
      .map((user) => ({ fact: customerRegistered(user.customerDetails()), occurredAt: now }));
    await this.outbox.add(tx, IDENTITY_EVENTS, announcements);
    return created;
  }
}

async function knownBy(tx: Tx, given: readonly GivenCustomer[]): Promise<Map<string, Known>> {
  const rows = await tx.query<Known[]>(
    `SELECT id, document_number AS "documentNumber", role, full_name AS "fullName", email FROM identity.users
     WHERE document_number = ANY ($1::text[])`,
    [given.map(({ documentNumber }) => normalisedDocument(documentNumber))],
  );
  return new Map(rows.map((row) => [row.documentNumber, row]));
}

async function takenEmails(tx: Tx, given: readonly GivenCustomer[]): Promise<Set<string>> {
  const rows = await tx.query<{ email: string }[]>(
    `SELECT given.email FROM unnest($1::text[]) AS given (email) JOIN identity.users ON lower(users.email) = lower(given.email)`,
    [given.flatMap(({ email }) => email ?? [])],
  );
  return new Set(rows.map(({ email }) => email));
}

async function remember(tx: Tx, given: readonly GivenCustomer[], known: ReadonlyMap<string, Known>) {
  const pairs = given.flatMap(({ documentNumber, legacyId }) => {
    const there = known.get(normalisedDocument(documentNumber));
    return legacyId === undefined || there?.role !== 'customer' ? [] : [{ legacyId, id: there.id }];
  });
  if (pairs.length === 0) return;
  await tx.query(
    `INSERT INTO identity.legacy_customers (legacy_id, customer_id)
     SELECT * FROM unnest($1::bigint[], $2::uuid[])
     ON CONFLICT ON CONSTRAINT legacy_customers_pk DO NOTHING`,
    [pairs.map(({ legacyId }) => legacyId), pairs.map(({ id }) => id)],
  );
}

/** What is not given is no difference. */
function comparison({ fullName, email }: GivenCustomer, known: Known): CustomerOutcome {
  if (known.role !== 'customer') return 'no-customer';
  const isSame =
    (fullName === null || fullName === known.fullName) &&
    (email === null || email.toLowerCase() === known.email?.toLowerCase());
  return isSame ? 'same' : 'different';
}
