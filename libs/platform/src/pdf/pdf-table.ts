/** Draws the tables of a document: rows as high as their highest cell, never cut by the end of a page, with the headings on each. */

/** pdfkit's own document, on which everything is drawn. */
export type PdfCanvas = PDFKit.PDFDocument;

export const PDF_SIZES = { heading: 18, subheading: 12, text: 9.5, small: 7.5, code: 7 };

export interface PdfColumn {
  heading: string;
  /** Its part of the width, beside those of the other columns. */
  share: number;
  /** Numbers stand to the right. */
  align?: 'left' | 'right';
}

const padding = { x: 4, y: 3 };
const line = '#cccccc';
/** A text that is higher ends in dots. */
const cellHeightMax = 300;

interface Cell {
  x: number;
  width: number;
  align: 'left' | 'right';
}

export interface PdfTable {
  row(texts: readonly string[]): void;
  closing(texts: readonly string[]): void;
}

/** Draws the headings, and then a row whenever it is given one. */
export function beginTable(
  canvas: PdfCanvas,
  columns: readonly PdfColumn[],
  width: number,
  left: number,
): PdfTable {
  const cells = cellsOf(columns, width, left);
  const headings = columns.map(({ heading }) => heading);
  const rule = () => {
    canvas.moveTo(left, canvas.y).lineTo(left + width, canvas.y);
    canvas.lineWidth(0.5).strokeColor(line).stroke();
  };
  const heads = () => {
    canvas.font('bold').fontSize(PDF_SIZES.text);
    if (headings.some((heading) => heading !== '')) {
      drawRow(canvas, cells, headings, heightOf(canvas, cells, headings));
    }
    rule();
  };
  const draw = (texts: readonly string[], font: 'regular' | 'bold') => {
    canvas.font(font).fontSize(PDF_SIZES.text);
    const height = heightOf(canvas, cells, texts);
    if (canvas.y + height > canvas.page.maxY()) {
      canvas.addPage();
      heads();
      canvas.font(font);
    }
    drawRow(canvas, cells, texts, height);
  };
  heads();
  return {
    row: (texts) => {
      draw(texts, 'regular');
      rule();
    },
    closing: (texts) => draw(texts, 'bold'),
  };
}

function cellsOf(columns: readonly PdfColumn[], width: number, left: number): Cell[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = left;
  return columns.map(({ share, align = 'left' }) => {
    const cell = { x, width: (width * share) / shares, align };
    x += cell.width;
    return cell;
  });
}

function heightOf(canvas: PdfCanvas, cells: readonly Cell[], texts: readonly string[]): number {
  const highest = Math.max(
    canvas.currentLineHeight(),
    ...cells.map(({ width }, at) => canvas.heightOfString(texts[at] ?? '', { width: width - 2 * padding.x })),
  );
  return Math.min(highest, cellHeightMax) + 2 * padding.y;
}

function drawRow(canvas: PdfCanvas, cells: readonly Cell[], texts: readonly string[], height: number): void {
  const { y } = canvas;
  for (const [at, { x, width, align }] of cells.entries()) {
    const room = { width: width - 2 * padding.x, height: height - 2 * padding.y + 1, ellipsis: true };
    canvas.text(texts[at] ?? '', x + padding.x, y + padding.y, { ...room, align });
  }
  canvas.y = y + height;
}
