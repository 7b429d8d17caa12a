import { pdfText } from '#test/pdf-text';
import { PdfDocument } from './pdf-document';

const facts = { title: 'Numbers', language: 'en', at: new Date('2026-11-21T09:30:00Z') };
const columns = [
  { heading: 'What', share: 3 },
  { heading: 'How much', share: 1, align: 'right' as const },
];

describe('A document', () => {
  it('says in every language what it was told, in letters that can be copied', async () => {
    const document = await PdfDocument.begin(facts);
    const texts = ['¿Cuánto costó el año? ÑÁÉÍÓÚÜ', 'Їжак ґречно з’їв Є', '1 250,00 € · ₴ · £'];
    for (const text of texts) document.paragraph(text);
    const [page = ''] = pdfText(await document.fields([['Größe', 'łódź']]).bytes());
    for (const text of [...texts.flatMap((each) => each.split(' ')), 'Größe', 'łódź']) {
      expect(page).toContain(text);
    }
  });

  it('goes on over pages, with the headings of its table and a number on each', async () => {
    const document = await PdfDocument.begin(facts);
    const rows = Array.from({ length: 120 }, (_, at) => [`Row ${at}`, String(at * 10)]);
    const pages = pdfText(await document.heading('All').table(columns, rows, ['Sum', '71400']).bytes());
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('How much');
      expect(page).toContain(`${at + 1} / ${pages.length}`);
    }
    const told = pages.join(' ');
    expect(rows.filter(([what = '']) => !told.includes(`${what} `))).toEqual([]);
    expect(pages.at(-1)).toContain('71400');
  });

  it('of the same facts is the same, byte for byte', async () => {
    const one = async () =>
      (await PdfDocument.begin(facts))
        .heading('All')
        .table(columns, [['a', '1']])
        .bytes();
    expect(await one()).toEqual(await one());
  });

  it('has no more pages than anybody would print', async () => {
    const document = await PdfDocument.begin(facts);
    const rows = Array.from({ length: 40_000 }, () => ['a', '1']);
    expect(() => document.table(columns, rows)).toThrow('500 pages');
  });
});
