/** The words of an invoice; a language in which one is missing does not compile. */
import type { Language } from '@plaza/platform';

export interface InvoiceTexts {
  invoice: string;
  invoices: string;
  number: string;
  issued: string;
  branch: string;
  customer: string;
  document: string;
  product: string;
  quantity: string;
  price: string;
  total: string;
  refunded: string;
  givenBack: string;
  /** Of the total, after something was given back. */
  left: string;
  unknown: string;
  none: string;
  /** @param shown how many there are on this paper */
  more: (shown: number) => string;
}

export const invoiceTexts: Record<Language, InvoiceTexts> = {
  en: {
    ...{ invoice: 'Invoice', invoices: 'Invoices', number: 'Number', issued: 'Issued', branch: 'Branch' },
    ...{
      customer: 'Customer',
      document: 'Document',
      product: 'Product',
      quantity: 'Quantity',
      price: 'Price',
    },
    ...{ total: 'Total', refunded: 'Refunded', unknown: 'not known', none: 'none' },
    ...{ givenBack: 'Given back', left: 'Paid in the end' },
    more: (shown) => `These are the newest ${String(shown)}: there are more invoices than are shown here.`,
  },
  es: {
    ...{ invoice: 'Factura', invoices: 'Facturas', number: 'Número', issued: 'Emitida', branch: 'Sede' },
    ...{
      customer: 'Cliente',
      document: 'Documento',
      product: 'Producto',
      quantity: 'Cantidad',
      price: 'Precio',
    },
    ...{ total: 'Total', refunded: 'Reembolsada', unknown: 'sin datos', none: 'ninguno' },
    ...{ givenBack: 'Devuelto', left: 'Pagado al final' },
    more: (shown) =>
      `Estas son las ${String(shown)} más recientes: hay más facturas de las que se muestran aquí.`,
  },
  uk: {
    ...{ invoice: 'Рахунок', invoices: 'Рахунки', number: 'Номер', issued: 'Виставлено', branch: 'Філія' },
    ...{ customer: 'Покупець', document: 'Документ', product: 'Товар', quantity: 'Кількість', price: 'Ціна' },
    ...{ total: 'Разом', refunded: 'Повернено', unknown: 'невідомо', none: 'немає' },
    ...{ givenBack: 'Повернуто', left: 'Сплачено зрештою' },
    more: (shown) => `Це найновіші (${String(shown)}): рахунків більше, ніж показано тут.`,
  },
};
