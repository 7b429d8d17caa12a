/** An invoice as PDF. */
import { setImmediate } from 'node:timers/promises';
import { PdfDocument } from '@plaza/platform';
import type { InvoiceDocument, InvoicePart } from './invoice-document';
import type { InvoiceTexts } from './invoice-texts';

export async function invoicePdf(document: InvoiceDocument): Promise<Buffer> {
  const { language, texts, title, at, fields, parts, more } = document;
  const pdf = await PdfDocument.begin({ title, language, at });
  if (fields.length > 0) pdf.heading(title).fields(fields);
  for (const part of parts) {
    addPart(pdf, part, texts, fields.length === 0);
    // Others are answered between two of them.
    await setImmediate();
  }
  if (more !== null) pdf.note(more);
  return pdf.bytes();
}

function addPart(
  pdf: PdfDocument,
  { number, heading, mark, fields, lines, total, givenBack }: InvoicePart,
  texts: InvoiceTexts,
  isOnly: boolean,
): void {
  const marked = mark === null ? heading : `${heading} · ${mark}`;
  if (isOnly) pdf.heading(marked);
  else pdf.subheading(marked);
  const columns = [
    { heading: texts.product, share: 5 },
    { heading: texts.quantity, share: 1.4, align: 'right' as const },
    { heading: texts.price, share: 2.2, align: 'right' as const },
    { heading: texts.total, share: 2.2, align: 'right' as const },
  ];
  pdf.fields(fields).table(columns, lines, [texts.total, '', '', total]);
  if (givenBack.length > 0) pdf.fields(givenBack);
  pdf.note(texts.number).code(number);
}
