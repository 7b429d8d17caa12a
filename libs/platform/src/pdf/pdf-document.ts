/**
 * Documents for printing, page by page from above: headings, names with values, tables that go on over pages, pictures. Text is in
 * a typeface that has the letters of every language that we write, and can be found and copied. Needs no browser.
 */
import { beginTable, PDF_SIZES, type PdfCanvas, type PdfColumn } from './pdf-table';
import { pdfFonts } from './pdf-fonts';

export type { PdfColumn } from './pdf-table';

export interface PdfFacts {
  title: string;
  /** BCP 47, for programs that read aloud. */
  language: string;
  /** When what it says was so. */
  at: Date;
}

/** What is longer is no document for printing. */
const pagesMax = 500;
const margin = 48;
const muted = '#555555';
const ink = '#111111';

export class PdfDocument {
  private constructor(
    private readonly canvas: PdfCanvas,
    private readonly facts: PdfFacts,
  ) {}

  /** The library is loaded when the first document is made: most processes never make one. */
  static async begin(facts: PdfFacts): Promise<PdfDocument> {
    const [{ default: Canvas }, fonts] = await Promise.all([import('pdfkit'), pdfFonts()]);
    const canvas = new Canvas({
      size: 'A4',
      margins: { top: margin, left: margin, right: margin, bottom: margin + PDF_SIZES.small * 2 },
      bufferPages: true,
      lang: facts.language,
      displayTitle: true,
      font: '',
      info: { Title: facts.title, Creator: 'Plaza', CreationDate: facts.at, ModDate: facts.at },
    });
    for (const [name, bytes] of Object.entries(fonts)) canvas.registerFont(name, bytes);
    canvas.font('regular').fontSize(PDF_SIZES.text).fillColor(ink);
    canvas.on('pageAdded', () => refuseTooLong(canvas));
    return new PdfDocument(canvas, facts);
  }

  heading(text: string): this {
    this.canvas.font('bold').fontSize(PDF_SIZES.heading).text(text).moveDown(0.4);
    return this.plain();
  }

  /** Keeps some room below it, so that it does not stand alone at the end of a page. */
  subheading(text: string): this {
    const { canvas } = this;
    if (canvas.y + PDF_SIZES.subheading * 5 > canvas.page.maxY()) canvas.addPage();
    canvas.moveDown(0.8).font('bold').fontSize(PDF_SIZES.subheading).text(text).moveDown(0.3);
    return this.plain();
  }

  paragraph(text: string): this {
    this.canvas.text(text).moveDown(0.4);
    return this;
  }

  /** Small and pale: where numbers come from, what is left out. */
  note(text: string): this {
    this.canvas.fontSize(PDF_SIZES.small).fillColor(muted).text(text).moveDown(0.4);
    return this.plain();
  }

  /** One figure after another in letters of one width, as long numbers are best compared. */
  code(text: string): this {
    this.canvas.font('mono').fontSize(PDF_SIZES.code).text(text).moveDown(0.4);
    return this.plain();
  }

  /** Names and their values, below each other. */
  fields(pairs: readonly (readonly [name: string, value: string])[]): this {
    const { canvas } = this;
    const nameWidth = contentWidth(canvas) * 0.28;
    for (const [name, value] of pairs) {
      const { y } = canvas;
      const width = contentWidth(canvas) - nameWidth;
      canvas.fillColor(muted).text(name, margin, y, { width: nameWidth - 8 });
      const nameEnd = canvas.y;
      canvas.fillColor(ink).text(value, margin + nameWidth, y, { width });
      canvas.y = Math.max(canvas.y, nameEnd);
    }
    canvas.x = margin;
    canvas.moveDown(0.4);
    return this;
  }

  /**
   * Its headings stand on every page that it goes over.
   * @param closing a last row that sums up, apart from the others
   */
  table(
    columns: readonly PdfColumn[],
    rows: readonly (readonly string[])[],
    closing?: readonly string[],
  ): this {
    const table = beginTable(this.canvas, columns, contentWidth(this.canvas), margin);
    for (const row of rows) table.row(row);
    if (closing) table.closing(closing);
    this.canvas.x = margin;
    this.canvas.moveDown(0.8);
    return this.plain();
  }

  /** @param height in points, of which A4 has 842; as wide as the page at most */
  picture(png: Buffer, height: number): this {
    const { canvas } = this;
    if (canvas.y + height > canvas.page.maxY()) canvas.addPage();
    const { y } = canvas;
    canvas.image(png, margin, y, { fit: [contentWidth(canvas), height] });
    canvas.y = y + height + PDF_SIZES.text;
    return this;
  }

  /** Numbers the pages and closes the document; nothing can be added to it afterwards. */
  async bytes(): Promise<Buffer> {
    const { canvas } = this;
    const parts: Buffer[] = [];
    canvas.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise<void>((resolve, reject) => {
      canvas.once('end', resolve);
      canvas.once('error', reject);
    });
    this.numberPages();
    canvas.end();
    await ended;
    return Buffer.concat(parts);
  }

  private numberPages(): void {
    const { canvas, facts } = this;
    const { start, count } = canvas.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      canvas.switchToPage(start + at);
      const y = canvas.page.height - margin;
      canvas.page.margins.bottom = 0;
      canvas.fontSize(PDF_SIZES.small).fillColor(muted);
      canvas.text(facts.title, margin, y, { width: contentWidth(canvas) - 60, height: 12, ellipsis: true });
      canvas.text(`${at + 1} / ${count}`, margin, y, { width: contentWidth(canvas), align: 'right' });
    }
  }

  private plain(): this {
    this.canvas.font('regular').fontSize(PDF_SIZES.text).fillColor(ink);
    return this;
  }
}

function contentWidth({ page }: PdfCanvas): number {
  return page.width - 2 * margin;
}

function refuseTooLong(canvas: PdfCanvas): void {
  if (canvas.bufferedPageRange().count > pagesMax) {
    throw new Error(`A document has more than ${pagesMax} pages`);
  }
}
