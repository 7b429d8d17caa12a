/** Invoices as they are told: with the names of the customer and the branches, which other contexts know. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries, type BranchView } from '@plaza/catalog';
import { UsersQueries, type Profile } from '@plaza/identity';
import { InvoicesQueries, type CurrencyTotal, type InvoiceView } from '@plaza/orders';
import { InvalidInput, PlazaError, type Actor } from '@plaza/platform';
import type { InvoiceListQuery } from './invoices.dto';

export interface InvoiceCustomer {
  id: string;
  document: string | null;
  fullName: string | null;
}

export interface ToldInvoice extends Omit<InvoiceView, 'customerId' | 'branchId'> {
  customer: InvoiceCustomer | null;
  branch: BranchView | null;
}

export interface InvoiceList {
  customer: InvoiceCustomer;
  invoices: ToldInvoice[];
  /** Null where there are several currencies. */
  total: number | null;
  currency: string | null;
  totals: CurrencyTotal[];
  next: string | null;
}

@Injectable()
export class Invoices {
  constructor(
    private readonly invoices: InvoicesQueries,
    private readonly users: UsersQueries,
    private readonly catalog: CatalogQueries,
  ) {}

  /**
   * All that a customer bought and paid.
   * @throws InvalidInput without a document, which only customers may leave out; PlazaError `orders.customer-unknown`
   */
  async ofDocument({ document, limit, after }: InvoiceListQuery, actor: Actor): Promise<InvoiceList> {
    const customer = customerOf(await this.profile(document, actor));
    const [page, totals] = await Promise.all([
      this.invoices.ofCustomer(customer.id, { limit, ...(after !== undefined && { after }) }),
      this.invoices.totalsOf(customer.id),
    ]);
    const [only = { total: 0, currency: null }, ...others] = totals;
    const { total, currency } = others.length === 0 ? only : { total: null, currency: null };
    const branches = await this.catalog.branchesById(page.items.map(({ branchId }) => branchId));
    const invoices = page.items.map((invoice) => told(invoice, customer, branches));
    return { customer, invoices, total, currency, totals, next: page.next };
  }

  /** @throws PlazaError `orders.invoice-unknown`, also for that of another customer */
  async get(number: string, actor: Actor): Promise<ToldInvoice> {
    const invoice = await this.invoices.get(number, actor);
    const [profile, branches] = await Promise.all([
      invoice.customerId === null ? undefined : this.users.byId(invoice.customerId),
      this.catalog.branchesById([invoice.branchId]),
    ]);
    return told(invoice, profile ? customerOf(profile) : null, branches);
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
  { branchId, customerId, ...invoice }: InvoiceView,
  customer: InvoiceCustomer | null,
  branches: ReadonlyMap<string, BranchView>,
): ToldInvoice {
  return { ...invoice, customer, branch: branchId === null ? null : (branches.get(branchId) ?? null) };
}
