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
  unknown: string;
  none: string;
  more: string;
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
    more: 'There are more invoices than are shown here.',
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
    more: 'Hay más facturas de las que se muestran aquí.',
  },
  uk: {
    ...{ invoice: 'Рахунок', invoices: 'Рахунки', number: 'Номер', issued: 'Виставлено', branch: 'Філія' },
    ...{ customer: 'Покупець', document: 'Документ', product: 'Товар', quantity: 'Кількість', price: 'Ціна' },
    ...{ total: 'Разом', refunded: 'Повернено', unknown: 'невідомо', none: 'немає' },
    more: 'Рахунків більше, ніж показано тут.',
  },
};
