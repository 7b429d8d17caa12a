/** Invoices as they are told: with the names of the customer and the branches, which other contexts know, and what was given back. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries, type BranchView } from '@plaza/catalog';
import { UsersQueries, type Profile } from '@plaza/identity';
import { InvoicesQueries, type CurrencyTotal, type InvoiceView } from '@plaza/orders';
import { RefundsQueries } from '@plaza/payments';
import { InvalidInput, PlazaError, type Actor } from '@plaza/platform';
import type { InvoiceListQuery } from './invoices.dto';

export interface InvoiceCustomer {
  id: string;
  document: string | null;
  fullName: string | null;
}

export interface ToldInvoice extends Omit<InvoiceView, 'customerId' | 'branchId' | 'paymentId'> {
  /** Of the total, in minor units. */
  givenBack: number;
  customer: InvoiceCustomer | null;
  branch: BranchView | null;
}

export interface InvoiceList {
  customer: InvoiceCustomer;
  invoices: ToldInvoice[];
  /** What was paid and not given back; null where there are several currencies. */
  total: number | null;
  currency: string | null;
  totals: CurrencyTotal[];
  next: string | null;
}

/** What other contexts know of invoices: branches by their id, money that was given back by payment. */
interface Known {
  branches: ReadonlyMap<string, BranchView>;
  givenBack: ReadonlyMap<string, number>;
}

const paymentsAtOnceMax = 1_000;

@Injectable()
export class Invoices {
  constructor(
    private readonly invoices: InvoicesQueries,
    private readonly users: UsersQueries,
    private readonly catalog: CatalogQueries,
    private readonly refunds: RefundsQueries,
  ) {}

  /**
   * All that a customer bought and paid.
   * @throws InvalidInput without a document, which only customers may leave out; PlazaError `orders.customer-unknown`
   */
  async ofDocument({ document, after }: InvoiceListQuery, actor: Actor, limit: number): Promise<InvoiceList> {
    const customer = customerOf(await this.profile(document, actor));
    const [page, totals] = await Promise.all([
      this.invoices.ofCustomer(customer.id, { limit, ...(after !== undefined && { after }) }),
      this.totalsOf(customer.id),
    ]);
    const [only = { total: 0, currency: null }, ...others] = totals;
    const { total, currency } = others.length === 0 ? only : { total: null, currency: null };
    const known = await this.knownOf(page.items);
    const invoices = page.items.map((invoice) => told(invoice, customer, known));
    return { customer, invoices, total, currency, totals, next: page.next };
  }

  /** @throws PlazaError `orders.invoice-unknown`, also for that of another customer */
  async get(number: string, actor: Actor): Promise<ToldInvoice> {
    const invoice = await this.invoices.get(number, actor);
    const [profile, known] = await Promise.all([
      invoice.customerId === null ? undefined : this.users.byId(invoice.customerId),
      this.knownOf([invoice]),
    ]);
    return told(invoice, profile ? customerOf(profile) : null, known);
  }

  /** What was paid in each currency, less what was given back of it. */
  private async totalsOf(customerId: string): Promise<CurrencyTotal[]> {
    const totals = await this.invoices.totalsOf(customerId);
    let after: string | undefined;
    for (;;) {
      const payments = await this.invoices.paymentsOf(customerId, paymentsAtOnceMax, after);
      const givenBack = await this.givenBackOf(payments);
      for (const { paymentId, currency } of payments) {
        const of = totals.find((total) => total.currency === currency);
        if (of) of.total -= givenBack.get(paymentId) ?? 0;
      }
      if (payments.length < paymentsAtOnceMax) return totals;
      after = payments.at(-1)?.paymentId;
    }
  }

  private async knownOf(invoices: readonly InvoiceView[]): Promise<Known> {
    const [branches, givenBack] = await Promise.all([
      this.catalog.branchesById(invoices.map(({ branchId }) => branchId)),
      this.givenBackOf(invoices),
    ]);
    return { branches, givenBack };
  }

  /** By payment. */
  private async givenBackOf(paid: readonly { paymentId: string | null }[]): Promise<Map<string, number>> {
    const refunds = await this.refunds.givenBackOf(paid.flatMap(({ paymentId }) => paymentId ?? []));
    return new Map(refunds.map(({ paymentId, refunded }) => [paymentId, refunded]));
  }

  private async profile(document: string | undefined, actor: Actor): Promise<Profile> {
    if (document === undefined) {
      if (actor.kind === 'customer') return this.users.get(actor.id);
      throw new InvalidInput([{ pointer: '/document', detail: 'must be a document number' }]);
    }
    const profile = await this.users.byDocument(document);
    const isSeen = actor.kind !== 'customer' || profile?.id === actor.id;
    if (profile?.role === 'customer' && isSeen) return profile;
    throw new PlazaError(
      'not-found',
      'orders.customer-unknown',
      `There is no customer with the document number ${document}`,
      { document },
    );
  }
}

function customerOf({ id, documentNumber, fullName }: Profile): InvoiceCustomer {
  return { id, document: documentNumber, fullName };
}

function told(
  { branchId, customerId, paymentId, ...invoice }: InvoiceView,
  customer: InvoiceCustomer | null,
  { branches, givenBack }: Known,
): ToldInvoice {
  return {
    ...{ ...invoice, customer, branch: branchId === null ? null : (branches.get(branchId) ?? null) },
    givenBack: paymentId === null ? 0 : (givenBack.get(paymentId) ?? 0),
  };
}
