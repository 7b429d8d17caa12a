/** An invoice as a page: it reads well on a screen, light or dark, and is printed black on white without anything around it. */
import { html, type Html } from '@plaza/platform';
import type { InvoiceDocument, InvoicePart } from './invoice-document';
import type { InvoiceTexts } from './invoice-texts';

const styles = `
  :root { color-scheme: light dark; --line: light-dark(#d4d8de, #3a414b); --quiet: light-dark(#56606e, #9aa4b2); }
  body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; font: 1rem/1.5 system-ui, sans-serif; }
  h1, h2 { line-height: 1.2; } h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; }
  article + article { border-top: 2px solid var(--line); margin-top: 2rem; }
  .mark { border: 2px solid; border-radius: .3rem; padding: 0 .5rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
  dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
  .number { font: .75rem/1.4 ui-monospace, monospace; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: left; }
  th:nth-child(n+2), td:nth-child(n+2) { text-align: right; font-variant-numeric: tabular-nums; }
  tfoot td { font-weight: bold; border-bottom: 0; }
  @media screen and (max-width: 30rem) {
    body { padding: 1rem .75rem; font-size: .8rem; }
    th, td { padding: .3rem .2rem; }
  }
  @media print {
    :root { color-scheme: light; }
    @page { size: A4; margin: 18mm; }
    body { padding: 0; max-width: none; font-size: 10pt; }
    article, tr { break-inside: avoid; } thead { display: table-header-group; }
  }
`;

export function invoicePage({ language, texts, title, fields, parts, more }: InvoiceDocument): string {
  const heading = parts.length === 1 && fields.length === 0 ? html`` : html`<h1>${title}</h1>`;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${styles}
        </style>
      </head>
      <body>
        ${heading} ${list(fields)} ${parts.map((part) => article(part, texts))}
        ${more === null ? html`` : html`<p>${more}</p>`}
      </body>
    </html> `;
  return page.text;
}

function article(part: InvoicePart, texts: InvoiceTexts): Html {
  const { number, heading, mark, fields, lines, total, givenBack } = part;
  const closing: InvoicePart['fields'] = [[texts.total, total], ...givenBack];
  return html`<article>
    <h2>${heading} ${mark === null ? html`` : html`<span class="mark">${mark}</span>`}</h2>
    ${list(fields)}
    <table>
      <thead>
        <tr>
          <th>${texts.product}</th>
          <th>${texts.quantity}</th>
          <th>${texts.price}</th>
          <th>${texts.total}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        ${closing.map(
          ([name, value]) =>
            html`<tr>
              <td colspan="3">${name}</td>
              <td>${value}</td>
            </tr>`,
        )}
      </tfoot>
    </table>
    <p class="number">${texts.number} ${number}</p>
  </article>`;
}

function list(fields: InvoicePart['fields']): Html {
  if (fields.length === 0) return html``;
  return html`<dl>
    ${fields.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
