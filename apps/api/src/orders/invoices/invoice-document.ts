/** What stands on paper, in the words of one language: the same for the page and for the PDF. */
import { moneyText, type Language } from '@plaza/platform';
import { invoiceTexts, type InvoiceTexts } from './invoice-texts';
import type { InvoiceCustomer, InvoiceList, ToldInvoice } from './invoices';

type Fields = (readonly [name: string, value: string])[];

/** One invoice of a document. */
export interface InvoicePart {
  number: string;
  heading: string;
  /** Shown large beside the heading. */
  mark: string | null;
  fields: Fields;
  /** Name, quantity, price, total. */
  lines: [string, string, string, string][];
  total: string;
}

export interface InvoiceDocument {
  language: Language;
  texts: InvoiceTexts;
  title: string;
  /** The name of its file, without the ending. */
  file: string;
  at: Date;
  /** Of all invoices together; none on a single one. */
  fields: Fields;
  parts: InvoicePart[];
  /** Said at the end; null when all is there. */
  more: string | null;
}

export function documentOf(invoice: ToldInvoice, language: Language): InvoiceDocument {
  const texts = invoiceTexts[language];
  return {
    ...{ language, texts, title: `${texts.invoice} ${invoice.orderNumber}`, at: invoice.issuedAt },
    ...{ file: `invoice-${invoice.orderNumber}`, fields: [], more: null },
    parts: [partOf(invoice, language, customerFields(invoice.customer, texts))],
  };
}

export function documentOfAll(list: InvoiceList, language: Language, now: Date): InvoiceDocument {
  const texts = invoiceTexts[language];
  const totals = list.totals.map(({ total, currency }) => moneyText(total, currency, language));
  const fields: Fields = [
    ...customerFields(list.customer, texts),
    [texts.total, totals.length === 0 ? texts.none : totals.join(' + ')],
  ];
  return {
    ...{ language, texts, title: texts.invoices, file: 'invoices', at: now, fields },
    parts: list.invoices.map((invoice) => partOf(invoice, language, [])),
    more: list.next === null ? null : texts.more,
  };
}

function customerFields(customer: InvoiceCustomer | null, texts: InvoiceTexts): Fields {
  if (!customer) return [[texts.customer, texts.unknown]];
  return [
    [texts.customer, customer.fullName ?? texts.unknown],
    [texts.document, customer.document ?? texts.unknown],
  ];
}

function partOf(invoice: ToldInvoice, language: Language, customer: Fields): InvoicePart {
  const texts = invoiceTexts[language];
  const { number, orderNumber, issuedAt, refunded, branch, currency } = invoice;
  const money = (amount: number | null) =>
    amount === null || currency === null ? texts.unknown : moneyText(amount, currency, language);
  const instant = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  return {
    number,
    heading: `${texts.invoice} ${orderNumber}`,
    mark: refunded ? texts.refunded : null,
    fields: [
      [texts.issued, `${instant.format(issuedAt)} UTC`],
      [texts.branch, branch?.name ?? texts.unknown],
      ...customer,
    ],
    lines: invoice.lines.map(({ name, quantity, unitPrice, listPrice, lineTotal }) => [
      name ?? texts.unknown,
      new Intl.NumberFormat(language).format(quantity),
      money(unitPrice ?? listPrice),
      money(lineTotal),
    ]),
    total: money(invoice.total),
  };
}
