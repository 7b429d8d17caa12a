/** What stands on paper, in the words of one language: the same for the page and for the PDF. */
import { moneyText, type Language } from '@plaza/platform';
import { invoiceTexts, type InvoiceTexts } from './invoice-texts';
import type { InvoiceCustomer, InvoiceList, ToldInvoice } from './invoices';

/** Of all invoices of a document: a PDF of a thousand invoices with so many has about four hundred pages. */
const linesMax = 5_000;

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
  /** What was given back, and what is left of the total; empty where nothing was. */
  givenBack: Fields;
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
  const printed = list.invoices.slice(0, invoicesFitting(list.invoices));
  const isAll = list.next === null && printed.length === list.invoices.length;
  const fields: Fields = [
    ...customerFields(list.customer, texts),
    [texts.total, totals.length === 0 ? texts.none : totals.join(' + ')],
  ];
  return {
    ...{ language, texts, title: texts.invoices, file: 'invoices', at: now, fields },
    parts: printed.map((invoice) => partOf(invoice, language, [])),
    more: isAll ? null : texts.more(printed.length),
  };
}

/** How many of them, in their order, have no more lines together than there is paper for. */
function invoicesFitting(invoices: readonly ToldInvoice[]): number {
  let lines = 0;
  const beyond = invoices.findIndex((invoice) => (lines += invoice.lines.length) > linesMax);
  return beyond === -1 ? invoices.length : beyond;
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
    givenBack: invoice.givenBack === 0 ? [] : givenBackOf(invoice, texts, money),
  };
}

function givenBackOf(
  { givenBack, total }: ToldInvoice,
  texts: InvoiceTexts,
  money: (amount: number | null) => string,
): Fields {
  return [
    [texts.givenBack, money(-givenBack)],
    [texts.left, money(total === null ? null : total - givenBack)],
  ];
}
