/** The typeface of documents: DejaVu, which has Latin with all its accents, Cyrillic with the letters of Ukrainian, and currency signs. */
import { readFile } from 'node:fs/promises';

const files = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
  mono: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
};
export type PdfFont = keyof typeof files;

let loaded: Promise<Record<PdfFont, Buffer>> | undefined;

/** Read once in the life of a process; a document holds only the letters that it uses. */
export function pdfFonts(): Promise<Record<PdfFont, Buffer>> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Record<PdfFont, Buffer>> {
  const [regular, bold, mono] = await Promise.all([
    readFile(require.resolve(files.regular)),
    readFile(require.resolve(files.bold)),
    readFile(require.resolve(files.mono)),
  ]);
  return { regular, bold, mono };
}
